import type { GuessingAttack } from './attack';
import { complement } from './complement';
import { differencing, shiftedWindow } from './differencing';
import { partitionAveraging } from './partition-averaging';
import { reconstruction } from './reconstruction';
import { repeat } from './repeat';
import { rewrite } from './rewrite';
import { totalMinusOthers } from './total-minus-others';

export const GUESSING_ATTACKS: readonly GuessingAttack[] = [
  ...[repeat, rewrite, partitionAveraging, differencing, complement, totalMinusOthers, shiftedWindow, reconstruction],
];

/** Without protection each attack must be right so often, or it proves nothing. */
export const STRENGTH = 0.9;
/** With it so often at most. */
export const CEILING = 0.625;
/** Of cells over all owners with fewer than three people so many may have a number. */
export const SMALL_TOTALS = 0.006;
/** Of rates so many may give their numbers away. */
export const EXACT_RATES = 0.05;
