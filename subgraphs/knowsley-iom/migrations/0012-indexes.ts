import type { MigrationStep } from '../../common/storage/migrate';

/** Indexes by which pages find few of many rows; a case file finds its rows by those on `subject_id`. */
export const indexesStep: MigrationStep = {
  name: '0012-indexes',
  sql: `
    create index nominal_by_borough on nominal (home_borough, date_of_birth desc nulls last, id);
    create index nominal_by_given_name on nominal (lower(given_name) text_pattern_ops);
    create index offence_by_code on offence (code, offence_date desc nulls last, id);
    create index corvus_score_by_score on corvus_score (score desc nulls last, id);
    create index supervision_by_handover on supervision (handover_to) where handover_to is not null;`,
};
