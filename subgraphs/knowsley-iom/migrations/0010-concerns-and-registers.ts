import type { MigrationStep } from '../../common/storage/migrate';

export const concernsAndRegistersStep: MigrationStep = {
  name: '0010-concerns-and-registers',
  sql: `
    create table concern (
      id text primary key,
      subject_id text not null references subject,
      about text,
      raised_by text,
      raised_on date,
      owner text,
      due date,
      escalated_to text,
      resolution text,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on concern (subject_id);
    comment on table concern is 'Something in the work with a person that does not go as it should, and who is to put it right. Recorded by the KIOM team.';

    create table mappa_register (
      id text primary key,
      subject_id text not null references subject,
      file_exists boolean,
      custodian text,
      next_meeting date,
      pillars text[],
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on mappa_register (subject_id);
    comment on table mappa_register is 'That a person is managed under MAPPA, and who keeps the paper file; never what is in it. Recorded by the MAPPA coordination.';

    -- Read by a predicate alone until now; with its provenance it is a record like any other.
    alter table risk_assessment
      add column assessed text, add column safety_band text, add column constraints text,
      add column source_system text, add column recorded_by text, add column recorded_at timestamptz, add column basis text;
    update risk_assessment set assessed = 'MATCH', source_system = 'KIOM_FILE', recorded_by = 'kmbc',
      recorded_at = (assessed_on + interval '12 hours') at time zone 'UTC', basis = 'ASSESSMENT';
    update risk_assessment a set safety_band = (select n.mentor_safety_band from nominal n where n.id = a.subject_id);
    alter table risk_assessment
      alter column source_system set not null, alter column recorded_by set not null,
      alter column recorded_at set not null, alter column basis set not null;
    alter table risk_assessment add check (basis in ('FACT', 'ASSESSMENT'));
    comment on table risk_assessment is 'How safely a mentor can work with a person, and what the mentor is to know for it. Assessed by the KIOM team.';

    alter table mals_disclosure add column reported_to text;`,
};
