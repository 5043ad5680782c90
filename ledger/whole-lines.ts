import { createReadStream } from 'node:fs';

/** A line, and the place after it. */
interface WholeLine {
  readonly text: string;
  readonly end: number;
}

const NEWLINE = 0x0a;

/** The lines of a file that may be being written: a last one without a newline is none yet. */
export const wholeLines = (file: string, start = 0, before = Infinity): AsyncIterable<WholeLine> =>
  linesBetween(file, start, before, false);

/** The lines of a file that is finished: a last one without a newline is one, as far as it goes. */
export const allLines = (file: string): AsyncIterable<WholeLine> => linesBetween(file, 0, Infinity, true);

/**
 * Only a newline ends a line: node:readline also takes a carriage return for one and, by its version, U+2028, which
 * may stand in a text. Of a file that does not exist there are none.
 */
async function* linesBetween(
  file: string,
  start: number,
  before: number,
  isFinished: boolean,
): AsyncIterable<WholeLine> {
  if (before <= start) return;
  const stream = createReadStream(file, { start, end: before - 1 });
  let begun: Buffer[] = [];
  let end = start;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        const line = Buffer.concat([...begun, chunk.subarray(from, at)]);
        begun = [];
        from = at + 1;
        end += line.length + 1;
        yield { text: line.toString('utf8'), end };
      }
      if (from < chunk.length) begun.push(chunk.subarray(from));
    }
    const rest = Buffer.concat(begun);
    if (isFinished && rest.length > 0) yield { text: rest.toString('utf8'), end: end + rest.length };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    stream.destroy();
  }
}
