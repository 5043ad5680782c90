import 'reflect-metadata';

import { readPopulation } from '../../development/population';
import { runOwner } from '../common/serving/run-owner';
import { knowsleyIom } from './definition';

void runOwner(knowsleyIom, (production) => (production ? undefined : readPopulation()));
