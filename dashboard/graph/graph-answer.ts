// An answer of the graph in which four states are told apart at every field: a value, withheld by a protocol, a source
// that is not available, not recorded. What is withheld silently, because its mere existence is sensitive, is a null
// without an error: the same as not recorded, here as everywhere.

/** Why a value is not shown, as the graph cites it. */
export interface Withholding {
  readonly protocol: string;
  readonly version: string;
  readonly clause: string;
  readonly category: string;
  readonly level: string;
  readonly coordinate: string;
  /** Whether access may be asked for. */
  readonly requestable: boolean;
}

export type Cell =
  | { readonly state: 'value'; readonly value: unknown }
  | { readonly state: 'withheld'; readonly by: Withholding }
  | { readonly state: 'unavailable'; readonly owner: string | undefined }
  | { readonly state: 'not-recorded' };

export type Path = readonly (string | number)[];

export interface GraphError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions?: Readonly<Record<string, unknown>> & { readonly code?: string };
}

export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphError[];
  /** Joins what somebody sees to the operator's log. */
  readonly requestId: string | undefined;
  /** What stands at this path. */
  cellAt(path: Path): Cell;
}

/** Reads an answer that holds data. */
export function readAnswer(
  { data, errors }: { readonly data: Readonly<Record<string, unknown>>; readonly errors: readonly GraphError[] },
  requestId?: string,
): GraphAnswer {
  const exact = new Map<string, Cell>();
  const everywhere = new Map<string, Cell>();
  for (const error of errors) {
    const cell = cellOf(error);
    if (cell === undefined || error.path === undefined) continue;
    const { occurrences } = error.extensions ?? {};
    // Told at an ancestor, because the field occurs nowhere: of the ancestor itself it says nothing.
    if (occurrences === 0) continue;
    exact.set(error.path.join('.'), cell);
    // The same refusal for everybody is told once, at its first occurrence, for all of them.
    if (typeof occurrences === 'number') everywhere.set(withoutPositions(error.path), cell);
  }

  return {
    data,
    errors,
    requestId,
    cellAt(path) {
      const value = valueAt(data, path);
      if (value !== null && value !== undefined) return { state: 'value', value };
      // The nearest that says why: what is behind a source that is down is down too.
      for (let length = path.length; length > 0; length -= 1) {
        const part = path.slice(0, length);
        const found = exact.get(part.join('.')) ?? everywhere.get(withoutPositions(part));
        if (found !== undefined) return found;
      }
      return { state: 'not-recorded' };
    },
  };
}

/** What an error says of the field at its path; undefined for a fault of the question. */
function cellOf({ extensions = {} }: GraphError): Cell | undefined {
  const code = extensions.code ?? '';
  switch (code) {
    case 'WITHHELD_BY_PROTOCOL':
    case 'INPUT_REVEALS_WITHHELD':
      return {
        state: 'withheld',
        by: {
          protocol: String(extensions['protocol']),
          version: String(extensions['version']),
          clause: String(extensions['clause']),
          category: String(extensions['category']),
          level: String(extensions['level']),
          coordinate: String(extensions['coordinate']),
          requestable: extensions['requestable'] === true,
        },
      };
    case 'SOURCE_UNAVAILABLE':
    case 'LEDGER_UNAVAILABLE':
    case 'INTERNAL': {
      const { owner } = extensions;
      return { state: 'unavailable', owner: typeof owner === 'string' ? owner : undefined };
    }
    default:
      return undefined;
  }
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[String(step)];
  }
  return value;
}

function withoutPositions(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}
