/**
 * The shape of an agreement's YAML file. Only the shape: whether the words in it are known (organisations, roles,
 * categories, predicates …) is checked when it is expanded, where a better message can be given.
 */
import { z } from 'zod';

import { AWAITED_MACHINERY, type AwaitedMachinery } from './awaited-machinery';

const text = z.string().trim().min(1);
const trilingual = z.strictObject({ en: text, nl: text, it: text });
const date = z.iso.date();

/** Either a category with its level, or the name of a schedule of the same file. */
const permission = z.strictObject({
  category: text.optional(),
  level: text.optional(),
  facets: z.array(text).optional(),
  schedule: text.optional(),
});

const clause = z.strictObject({
  id: text,
  text: trilingual,
  /** Names in the file's `recipients` map. */
  to: z.array(text),
  /** Disclosers to which the clause is narrowed; absent: all of the agreement's. */
  from: z.array(text).optional(),
  /** Purposes to which the clause is narrowed; absent: all of the agreement's. */
  purposes: z.array(text).optional(),
  permits: z.array(permission),
  /** Each a predicate with its arguments; all must hold. */
  when: z.array(z.record(z.string(), z.unknown())).optional(),
  /** What must be built before the clause permits anything; until then it permits nothing. */
  awaits: z.enum(Object.keys(AWAITED_MACHINERY) as AwaitedMachinery[]).optional(),
});

export const protocolFile = z.strictObject({
  id: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'is no version; write it as 1.0.0'),
  status: z.enum(['built-in', 'proposed', 'signed']),
  jurisdictions: z.array(z.enum(['UK', 'NL', 'IT'])).min(1),
  title: trilingual,
  text: trilingual,
  disclosers: z.array(text).min(1),
  signatories: z.array(text),
  recipients: z.record(z.string(), z.array(text)),
  purposes: z.array(text).min(1),
  legalBasis: z.strictObject({ stated: text, proposed: z.array(text) }),
  inForce: z.strictObject({ from: date, until: date.optional() }),
  reviewDue: date.optional(),
  reviewCompulsory: z.boolean().optional(),
  /** Named lists of permissions that several clauses refer to. */
  schedules: z.record(z.string(), z.array(permission)).optional(),
  clauses: z.array(clause),
  residual: z.strictObject({ id: text, text: trilingual }),
  obligations: z.array(text),
  grounds: z.array(z.strictObject({ document: text, quote: text })),
});

export type ProtocolFile = z.infer<typeof protocolFile>;
export type ClauseInFile = ProtocolFile['clauses'][number];
export type PermissionInFile = z.infer<typeof permission>;

/** Every key that may stand anywhere in a file, to find the one that a misspelt key means. */
export const FILE_KEYS: readonly string[] = [
  ...Object.keys(protocolFile.shape),
  ...Object.keys(clause.shape),
  ...Object.keys(permission.shape),
  ...['en', 'nl', 'it', 'stated', 'proposed', 'from', 'until', 'document', 'quote'],
];
