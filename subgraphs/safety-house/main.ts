import 'reflect-metadata';

import { ownerPopulation } from '../common/loading/owner-population';
import { runOwner } from '../common/serving/run-owner';
import { safetyHouse } from './definition';

void runOwner(safetyHouse, ownerPopulation);
