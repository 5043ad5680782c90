import 'reflect-metadata';

import { ownerPopulation } from '../common/loading/owner-population';
import { runOwner } from '../common/serving/run-owner';
import { knowsleyIom } from './definition';

void runOwner(knowsleyIom, ownerPopulation);
