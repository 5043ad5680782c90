import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { runProgram } from '../hub/run-program';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

/** What a program of trials found, with a data folder of its own. */
export async function findingsOf<Findings>(program: string): Promise<Findings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-research-'));
  try {
    const { output, errors } = await runProgram(program, { CONCORDAT_DATA_DIR: folder }, [server], 290_000);
    if (output === '') throw new Error(errors);
    return JSON.parse(output) as Findings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
