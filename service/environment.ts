// The environment is read once, through zod, at the edge of a process: a wrong variable ends it before anything
// listens, and all wrong ones are told at once.
import { z } from 'zod';
import { type Duration, parseDuration } from './duration';

/**
 * A fault in how the process was configured, for the operator: each line names the variable, the value seen (unless it
 * is a secret) and an example that works. It is printed as it stands, without a stack, and ends the process with 1.
 */
export class ConfigurationError extends Error {
  readonly faults: readonly string[];

  constructor(faults: string | readonly string[]) {
    const lines = typeof faults === 'string' ? [faults] : faults;
    super(lines.join('\n'));
    this.name = 'ConfigurationError';
    this.faults = lines;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable's schema may say about itself by `.meta({ … })`. */
interface VariableNote {
  /** A value that works, shown beside a wrong one. */
  readonly example?: string;
  /** Never show the value that was seen. */
  readonly secret?: boolean;
}

const LOOKS_SECRET = /SECRET|PASSWORD|TOKEN|PRIVATE|_KEY|DATABASE_URL/;

/** Anything but `production` is development. */
export function isProduction(env: Environment = process.env): boolean {
  return env['NODE_ENV'] === 'production';
}

/** Reads the variables that `shape` names; throws a ConfigurationError that lists all faults. Empty counts as unset. */
export function readEnvironment<T extends z.ZodRawShape>(
  shape: T,
  env: Environment = process.env,
): z.infer<z.ZodObject<T>> {
  const seen = Object.fromEntries(Object.keys(shape).map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const result = z.object(shape).safeParse(seen);
  if (result.success) return result.data;
  const faults = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '');
    if (!faults.has(name)) faults.set(name, describeFault(name, seen[name], issue.message, noteOf(shape[name])));
  }
  throw new ConfigurationError([...faults.values()]);
}

/** A TCP port; 0 lets the system choose one (tests). */
export function port(defaultPort: number) {
  return z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port number')
    .transform(Number)
    .refine((value) => value <= 65_535, 'is not a port number')
    .default(defaultPort)
    .meta({ example: String(defaultPort) });
}

/** Whether a host name or address is this machine's own, which nobody outside can listen in on. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/**
 * The address of another process of the hub, without a trailing slash: https, or http on the loopback. Between machines
 * plain http could be read, and answered, by anybody on the way.
 */
export function url(defaultUrl: string) {
  return z
    .string()
    .refine(isHttpUrl, { message: 'is not an http or https address', abort: true })
    .refine(
      (value) => value.startsWith('https:') || isLoopback(new URL(value).hostname),
      'is plain http to another machine: use https',
    )
    .transform((value) => value.replace(/\/+$/, ''))
    .default(defaultUrl)
    .meta({ example: defaultUrl });
}

/** An ISO 8601 duration such as `P6M` or `-PT2H`, optional. */
export function duration() {
  return z
    .string()
    .transform((value, context): Duration => {
      const parsed = parseDuration(value);
      if (parsed !== undefined) return parsed;
      context.addIssue({ code: 'custom', message: 'is not an ISO 8601 duration' });
      return z.NEVER;
    })
    .optional()
    .meta({ example: 'P6M' });
}

/** A whole number with a default, between two bounds. */
export function wholeNumber(defaultNumber: number, least = 0, most = Number.MAX_SAFE_INTEGER) {
  return z
    .string()
    .regex(/^\d{1,16}$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not a whole number from ${least} to ${most}`)
    .default(defaultNumber)
    .meta({ example: String(defaultNumber) });
}

/** Takes every reading, then throws the faults of all of them at once, or returns what they read. */
export function readTogether<T extends Readonly<Record<string, () => unknown>>>(
  readings: T,
): { readonly [Name in keyof T]: ReturnType<T[Name]> } {
  const faults: string[] = [];
  const read = Object.entries(readings).map(([name, reading]): [string, unknown] => {
    try {
      return [name, reading()];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faults.push(...error.faults);
      return [name, undefined];
    }
  });
  if (faults.length > 0) throw new ConfigurationError([...new Set(faults)]);
  return Object.fromEntries(read) as { [Name in keyof T]: ReturnType<T[Name]> };
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function describeFault(name: string, value: string | undefined, message: string, note: VariableNote): string {
  const example = note.example === undefined ? '' : ` (for example ${name}=${note.example})`;
  if (value === undefined) return `${name} is not set${example}`;
  const shown = (note.secret ?? LOOKS_SECRET.test(name)) ? '' : ` ${JSON.stringify(value)}`;
  return `${name}${shown} ${message}${example}`;
}

/** The note may sit on the schema itself or on one that `.optional()` or `.default()` has wrapped. */
function noteOf(schema: z.ZodRawShape[string] | undefined): VariableNote {
  for (let inner: unknown = schema; inner instanceof z.ZodType;) {
    const note: VariableNote | undefined = inner.meta() as VariableNote | undefined;
    if (note !== undefined) return note;
    inner = (inner.def as { innerType?: unknown; in?: unknown }).innerType ?? (inner.def as { in?: unknown }).in;
  }
  return {};
}
