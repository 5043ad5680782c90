import type { MigrationStep } from '../../common/storage/migrate';
import { PROVENANCE_COLUMNS } from '../../common/storage/provenance-columns';

/** The reference in the source system, and the quality, of every record; of what is computed neither is recorded. */
export const provenanceStep: MigrationStep = {
  name: '0013-provenance',
  sql: `${PROVENANCE_COLUMNS}
    create or replace view mentoring_summary as
      select 'kn-' || substr(md5('mentoring-summary|' || subject_id), 1, 16) as id, subject_id,
        count(*)::integer as sessions, sum(duration_hours) as hours, max(held_on) as last_seen,
        'MALS_REGISTER' as source_system, 'mals' as recorded_by, max(recorded_at) as recorded_at, 'FACT' as basis,
        null::text as source_reference, null::text as quality
      from mentoring_session group by subject_id;
    create or replace view lcp_eligibility as
      select c.id, c.subject_id, n.given_name, n.name, n.date_of_birth, c.wing, c.expected_release,
        c.expected_release_month, c.source_system, c.recorded_by, null::timestamptz as recorded_at, c.basis,
        null::text as source_reference, c.quality
      from custody_episode c left join nominal n on n.id = c.subject_id
      where c.released_on is null and c.expected_release is not null;`,
};
