import 'reflect-metadata';

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ProtocolFaults } from '../protocols/protocol-faults';
import { projectRoot } from '../service/project-root';
import { loadOwnerProtocols } from '../subgraphs/common/disclosure/load-owner-protocols';
import { ownerGraph } from '../subgraphs/common/serving/create-owner';
import { OWNER_DEFINITIONS } from './owner-definitions';

// What an owner says when it starts. It evaluates conditions on records itself, and none of the owners can evaluate
// what an approved study is to bring.
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'awaiting-'));
  cpSync(path.join(projectRoot, 'protocols/agreements'), directory, { recursive: true });
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function take(file: string, line: string): void {
  const whole = readFileSync(path.join(directory, file), 'utf8');
  if (!whole.includes(line)) throw new Error(`${file} does not say: ${line}`);
  writeFileSync(path.join(directory, file), whole.replace(line, ''));
}

function told(owner: (typeof OWNER_DEFINITIONS)[number]): string {
  try {
    loadOwnerProtocols(directory, ownerGraph(owner).catalogue, true);
    return 'loaded';
  } catch (error) {
    if (error instanceof ProtocolFaults) return error.message;
    throw error;
  }
}

it.each(OWNER_DEFINITIONS.map((owner) => [owner.name, owner] as const))(
  '%s starts with clauses that await something, and not with one that no longer says so',
  (_name, owner) => {
    expect(told(owner)).toBe('loaded');
    take('xj-research.yaml', '    awaits: STUDY_EXTRACT\n');
    const refused = told(owner);
    expect(refused).toContain('clause study-knowsley: studyActive is about the request, which nothing evaluates yet');
  },
);
