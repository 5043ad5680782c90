import 'reflect-metadata';

import { ownerPopulation } from '../common/loading/owner-population';
import { runOwner } from '../common/serving/run-owner';
import { exchange } from './definition';

void runOwner(exchange, ownerPopulation);
