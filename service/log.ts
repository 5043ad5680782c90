// Logs are JSON lines on standard output, one stream per process. They never hold a name, a birth date, a subject's id,
// variables, a justification or a token: log codes, counts, coordinates and request ids. Errors of the database are
// reduced to their code, because their text and parameters quote the values of rows; those of GraphQL lose their text,
// because it quotes what was sent or recorded.
import pino from 'pino';
import { z } from 'zod';
import { type Environment, readEnvironment } from './environment';

export type Log = pino.Logger;

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const NEVER_LOGGED = ['authorization', 'token', 'variables', 'justification', 'parameters', 'headers', 'body'];

/** Makes the log of one process; `LOG_LEVEL` sets how much of it is written. */
export function createLog(service: string, env: Environment = process.env, destination?: pino.DestinationStream): Log {
  const { LOG_LEVEL: level } = readEnvironment(
    {
      LOG_LEVEL: z
        .enum(LEVELS, `is not one of ${LEVELS.join(', ')}`)
        .default('info')
        .meta({ example: 'info' }),
    },
    env,
  );
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: NEVER_LOGGED.flatMap((key) => [key, `*.${key}`]), remove: true },
    serializers: { err: describeError, error: describeError },
  };
  // Lines are gathered and written together, a quarter of a second late at most: a write a line cost the gateway a
  // fifth of its time a request. What is still in memory when the process ends is written then.
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: 250 }));
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const isDatabaseError = 'severity' in error || 'parameters' in error || 'driverError' in error;
  return {
    type: error.name,
    message: isDatabaseError
      ? 'the database refused a statement'
      : error.name === 'GraphQLError'
        ? 'GraphQL could not read or write a value'
        : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
