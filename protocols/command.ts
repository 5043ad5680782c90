// `npm run -s protocols -- check | print | union [directory]`: the agreements as a lawyer reads them.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';

import type { FieldDisclosure } from '../schema/permission-map';
import { readPermissionMap } from '../schema/read-permission-map';
import { describePermission, unreachedPermissions } from './check-protocols';
import { findUndone } from './find-undone';
import { loadProtocols } from './load-protocols';
import { printProtocols } from './print-protocols';
import { printUnion } from './print-union';
import { ProtocolFaults } from './protocol-faults';
import { faultsOfReasons, readUnionReasons } from './union-reasons';

const DIRECTORY = process.env['PROTOCOLS_DIR'] || path.join('protocols', 'agreements');
const SUPERGRAPH = path.join('schema', 'supergraph.graphql');

function check(directory: string): void {
  const fields = fieldsOfTheGraph();
  const { protocols, version } = loadProtocols(directory, {
    synthetic: true,
    ...(fields.length > 0 ? { fields } : {}),
  });
  for (const { id, clauses } of protocols) {
    for (const clause of fields.length > 0 ? clauses : []) {
      const unreached = unreachedPermissions(clause, fields).map(describePermission).join(', ');
      if (unreached !== '')
        console.log(`note: ${id} ${clause.id} permits ${unreached}, which no field of the graph is`);
    }
  }
  console.log(`${protocols.length} agreements without a fault, version ${version}`);
}

function union(directory: string): void {
  const fields = fieldsOfTheGraph();
  const set = loadProtocols(directory, { synthetic: true });
  const reasons = readUnionReasons();
  process.stdout.write(printUnion(set, fields, reasons, new Date()));
  for (const fault of faultsOfReasons(findUndone(set, fields, new Date()), reasons)) {
    console.error(fault);
    process.exitCode = 1;
  }
}

function fieldsOfTheGraph(): readonly FieldDisclosure[] {
  return existsSync(SUPERGRAPH) ? [...readPermissionMap(readFileSync(SUPERGRAPH, 'utf8')).fields.values()] : [];
}

/** A refused set is told in its own lines; anything else is a failure of the command and keeps its stack. */
function telling(run: (directory: string) => void): (directory: string) => void {
  return (directory) => {
    try {
      run(directory);
    } catch (error) {
      if (!(error instanceof ProtocolFaults)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  };
}

const program = new Command('protocols').description('The agreements by which the hub discloses');
program
  .command('check')
  .description('tells every fault of the agreements at once')
  .argument('[directory]', 'where the agreements are', DIRECTORY)
  .action(telling(check));
program
  .command('print')
  .description('prints all agreements in words: who sees what, when and why (docs/protocols.md)')
  .argument('[directory]', 'where the agreements are', DIRECTORY)
  .action(telling((directory) => process.stdout.write(printProtocols(loadProtocols(directory, { synthetic: true })))));
program
  .command('union')
  .description('prints what each role could gather over all its purposes, and why (docs/union.md)')
  .argument('[directory]', 'where the agreements are', DIRECTORY)
  .action(telling(union));
program.parse();
