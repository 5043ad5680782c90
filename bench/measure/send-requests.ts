import { Pool } from 'undici';

import { quantile } from './spread';

type Headers = Readonly<Record<string, string>>;
type Variables = Readonly<Record<string, unknown>>;

export interface Question {
  readonly url: string;
  /** The same for all requests, or by the body of the request. */
  readonly headers: Headers | ((body: string) => Headers);
  readonly query: string;
  /** The same for all requests, or by the number of the request. */
  readonly variables?: Variables | ((request: number) => Variables);
}

export interface Answered {
  readonly p50: number;
  readonly p99: number;
  /** The last answer, to see that it was the expected one. */
  readonly answer: string;
}

/** Sends one question so often, so many at a time, and tells how long the answers took, in milliseconds. */
export async function sendRequests(question: Question, count: number, atATime: number): Promise<Answered> {
  const pool = new Pool(new URL(question.url).origin, { connections: atATime });
  const { query, headers, variables = {} } = question;
  const bodyOf = (request: number): string =>
    JSON.stringify({ query, variables: typeof variables === 'function' ? variables(request) : variables });
  const constant = typeof variables === 'function' ? undefined : bodyOf(0);
  const took: number[] = [];
  let left = count;
  let answer = '';
  const sender = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const body = constant ?? bodyOf(left);
      const started = performance.now();
      const reply = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...(typeof headers === 'function' ? headers(body) : headers) },
        body,
      });
      answer = await reply.body.text();
      if (reply.statusCode !== 200) throw new Error(`answered ${String(reply.statusCode)}: ${answer.slice(0, 300)}`);
      took.push(performance.now() - started);
    }
  };
  try {
    await Promise.all(Array.from({ length: atATime }, sender));
  } finally {
    await pool.close();
  }
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), answer };
}
