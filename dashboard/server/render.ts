// Templates are dumb: they show a model that is finished, in words that are given. Everything is escaped.
import path from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';

export type Render = (template: string, model: object) => string;

/** The folder of the dashboard's own templates: the sources in a test, else what the build has put beside the code. */
const DASHBOARD = path.resolve(__dirname, '..');

export function createRender(
  options: { readonly throwOnUndefined?: boolean; readonly folders?: readonly string[] } = {},
): Render {
  const environment = new Environment(new FileSystemLoader([DASHBOARD, ...(options.folders ?? [])]), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
    throwOnUndefined: options.throwOnUndefined ?? false,
  });
  return (template, model) => environment.render(template, model);
}
