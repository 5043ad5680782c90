// The vectors of docs/ledger.md: whoever verifies the ledger with other software begins with these.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { canonicalForm, type CanonicalValue } from './canonical-form';
import { bodyHashOf, EMPTY_LEDGER, nextHash } from './chain';
import { commitmentTo } from './commitment';
import type { LedgerBody } from './entry';

const SALT = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
const PERSON = commitmentTo({ salt: SALT, text: 'mals.mentor' });
const BODY: LedgerBody = {
  sequence: 1,
  time: '2026-03-01T12:00:00.000Z',
  requestId: '00000000-0000-4000-8000-000000000000',
  person: PERSON,
  organisation: 'mals',
  role: 'mentor',
  purpose: 'MENTORING_SUPPORT',
  protocols: ['KIOM-MALS-REFERRAL@1.0.0'],
  clauses: ['KIOM-MALS-REFERRAL/mentor-given-name'],
  caseReference: null,
  justification: null,
  subjects: [{ subject: commitmentTo({ salt: SALT, text: 'kn-1' }), disclosed: ['Nominal.givenName'], withheld: [] }],
  rowCount: 1,
  outcome: 'disclosed',
  keyRotation: null,
};

/** As the document prints them. */
const VECTORS = [
  ['commitment to `mals.mentor` with the salt `00 01 02 … 1f`', PERSON],
  ['canonical form of the entry', canonicalForm(BODY as unknown as CanonicalValue)],
  ['body hash', bodyHashOf(BODY)],
  ['entry hash', nextHash(EMPTY_LEDGER.hash, bodyHashOf(BODY))],
] as const;

it.each(VECTORS)('docs/ledger.md has the %s', (_what, value) => {
  expect(readFileSync(path.join(__dirname, '../docs/ledger.md'), 'utf8')).toContain(`\`${value}\``);
});
