import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of the package: the nearest one above with a package.json. Files that are read at run time (agreements,
 * supergraph, tables) are found from here, whether the code runs compiled from dist/ or in a test.
 */
export const projectRoot: string = findRoot(__dirname);

function findRoot(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(path.join(folder, 'package.json')) || parent === folder ? folder : findRoot(parent);
}
