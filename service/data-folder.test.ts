import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareDataFolder } from './data-folder';

it('creates the folder, and says clearly when it cannot', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'concordat-'));
  try {
    const folder = path.join(parent, 'a/b');
    expect(prepareDataFolder({ CONCORDAT_DATA_DIR: folder })).toBe(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    writeFileSync(path.join(parent, 'file'), '');
    expect(() => prepareDataFolder({ CONCORDAT_DATA_DIR: path.join(parent, 'file/x') })).toThrow(
      /CONCORDAT_DATA_DIR ".*file\/x" cannot be written \(ENOTDIR\)/,
    );
  } finally {
    rmSync(parent, { recursive: true });
  }
});
