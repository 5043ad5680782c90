import { ownerPredicate } from '../common/disclosure/owner-predicates';
import { Subject } from '../common/loading/subject';
import type { OwnerDefinition } from '../common/serving/owner-definition';
import { Nominal } from './nominals/nominal';
import { Offence } from './offences/offence';

export const knowsleyIom: OwnerDefinition = {
  name: 'knowsley-iom',
  records: [Nominal, Offence],
  internalTables: [],
  resolvers: [],
  personViews: [
    {
      name: 'nominal',
      discloses: 'IDENTITY/FLAG/GIVEN_NAME',
      describes: 'What Knowsley IOM holds on this person as a nominal.',
      target: () => Nominal,
      targetKey: 'id',
      many: false,
    },
  ],
  migrations: [
    {
      name: '0002-first-records',
      sql: `create table nominal (id text primary key references subject, given_name text, name text);
        create table offence (id text primary key, subject_id text not null references subject, code text, offence_date date,
          month text generated always as (extract(year from offence_date)::text || '-' || lpad(extract(month from offence_date)::text, 2, '0')) stored);`,
    },
  ],
  predicates: [ownerPredicate('subjectInCohort', 'subject', 'select id from nominal')],
  anchors: { subject: 'subject' },
  *populate() {
    yield { table: Subject, rows: [{ id: 'kn-1' }] };
    yield { table: Nominal, rows: [{ id: 'kn-1', givenName: 'Peter', name: 'Peter X' }] };
    yield { table: Offence, rows: [{ id: 'of-1', subjectId: 'kn-1', code: 'BURGLARY', offenceDate: '2014-01-31' }] };
  },
};
