// The owner of Knowsley noting and recording nothing, to measure its ledger against. It lives in the bench alone; the
// product has no switch that makes it.
import 'reflect-metadata';

import { DisclosureNotes } from '../subgraphs/common/ledger/disclosure-notes';
import { ownerPopulation } from '../subgraphs/common/loading/owner-population';
import { runOwner } from '../subgraphs/common/serving/run-owner';
import { knowsleyIom } from '../subgraphs/knowsley-iom/definition';

// Nothing noted is nothing to be recorded: no entry is composed, chained or written.
Object.assign(DisclosureNotes.prototype, { disclosed: () => undefined, withheld: () => undefined });

void runOwner(knowsleyIom, ownerPopulation);
