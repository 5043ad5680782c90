import 'reflect-metadata';

import { ownerPopulation } from '../common/loading/owner-population';
import { runOwner } from '../common/serving/run-owner';
import { eri } from './definition';

void runOwner(eri, ownerPopulation);
