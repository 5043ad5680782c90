import type { MigrationStep } from '../../common/storage/migrate';

export const areasAndMovementsStep: MigrationStep = {
  name: '0009-areas-and-movements',
  sql: `
    alter table offence add column area text, add column gravity integer, add column gravity_scale_version text;
    alter table offence add check (gravity is null or gravity_scale_version is not null);
    update offence set area = borough;
    comment on column offence.area is 'Area of the offence: a borough of Merseyside, or Greater Manchester.';
    comment on column offence.gravity is 'Not recorded until a scale of gravity is supplied: the sources give none.';

    create table movement (
      id text primary key,
      subject_id text not null references subject,
      from_area text,
      to_area text,
      month text generated always as (extract(year from moved_on)::text || '-' || lpad(extract(month from moved_on)::text, 2, '0')) stored,
      moved_on date,
      source_system text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      basis text not null check (basis in ('FACT', 'ASSESSMENT'))
    );
    create index on movement (subject_id);
    create index on movement (to_area, moved_on);
    create index on offence (area, offence_date);
    create index on corvus_score (subject_id, as_at);
    comment on table movement is 'That a person moved from one area to another. Recorded by the KIOM team.';`,
};
