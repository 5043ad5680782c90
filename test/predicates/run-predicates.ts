import { execFile } from 'node:child_process';
import path from 'node:path';

import { ROOT } from '../hub/launch-hub';
import type { PredicateAnswers, PredicateQuestions } from './evaluate-predicates';

/** Runs the program that evaluates predicates over given rows. */
export function evaluatePredicates(questions: PredicateQuestions): Promise<PredicateAnswers> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [path.join(ROOT, 'dist/test/predicates/evaluate-predicates.js')],
      { env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 64_000_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as PredicateAnswers);
        else reject(new Error(stderr));
      },
    );
    child.stdin?.end(JSON.stringify(questions));
  });
}
