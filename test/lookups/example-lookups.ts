// What the tests of lookups name: keys, tags, records and who asks.
import type { Asker } from '../../subgraphs/common/peers/asker';

export const KEY = '79d61da87a66ffcf';
export const NEXT_KEY = '0123456789abcdef';
export const SEALING = { id: KEY, publicKey: `${'A'.repeat(43)}=` };
/** Of this person the owner that is asked has had enough. */
export const TOO_OFTEN = 'asks-too-often';

export const PROSECUTOR: Asker = {
  owner: 'safety-house',
  person: 'om-den-haag.prosecutor',
  organisation: 'om-den-haag',
  role: 'prosecutor',
  purpose: 'CROSS_BORDER_CASE',
  jurisdiction: 'NL',
  requestId: 'request-1',
  caseReference: 'case-1',
};

/** A record's id, and a tag, of a small number. */
export const record = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const tag = (number: number): string => number.toString(16).padStart(16, '0');
/** Twelve tags, as every question has: these, and others that nobody has. */
export const twelve = (...tags: readonly string[]): string[] => [
  ...tags,
  ...Array.from({ length: 12 - tags.length }, (_, index) => tag(0xdead_0000 + index)),
];
