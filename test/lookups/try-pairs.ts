// Compares pairs of people as the running hub has them with what is measured, at the hub of the tests: try-pairs <land>
// <pairs> <others>. Prints what became of each as JSON, and how far it is on the other stream.
import 'reflect-metadata';

import { compareMeasuredPairs } from './measured-pairs';

const [land = 0, pairs = 0, others = 0] = process.argv.slice(2).map(Number);
compareMeasuredPairs(land, pairs, others, console.error).then(
  (compared) => {
    console.log(JSON.stringify(compared));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
