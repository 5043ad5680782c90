import type { KnowsleyRecord } from '../records/knowsley-record';

type Provenance = Pick<KnowsleyRecord, 'sourceSystem' | 'recordedBy' | 'basis'>;

export const BY_KIOM: Provenance = { sourceSystem: 'KIOM_FILE', recordedBy: 'kmbc', basis: 'FACT' };
export const ASSESSED_BY_KIOM: Provenance = { ...BY_KIOM, basis: 'ASSESSMENT' };
export const BY_POLICE: Provenance = { sourceSystem: 'PNC', recordedBy: 'merseyside-police', basis: 'FACT' };
export const SCORED_BY_POLICE: Provenance = {
  sourceSystem: 'CORVUS',
  recordedBy: 'merseyside-police',
  basis: 'ASSESSMENT',
};
export const INTELLIGENCE: Provenance = { sourceSystem: 'NICHE', recordedBy: 'merseyside-police', basis: 'ASSESSMENT' };
export const BY_MALS: Provenance = { sourceSystem: 'MALS_REGISTER', recordedBy: 'mals', basis: 'FACT' };
export const ASSESSED_BY_MALS: Provenance = { ...BY_MALS, basis: 'ASSESSMENT' };
export const BY_HEALTH_AGENCY: Provenance = {
  sourceSystem: 'HEALTH_RECORD',
  recordedBy: 'mental-health',
  basis: 'ASSESSMENT',
};
export const PRINTED: Provenance = { sourceSystem: 'CASE_STUDIES', recordedBy: 'kmbc', basis: 'FACT' };
/** Police records of the published cases: printed, and controlled by the police like any other. */
export const PRINTED_POLICE_RECORD: Provenance = { ...PRINTED, recordedBy: 'merseyside-police' };
export const PRINTED_MENTORING: Provenance = { ...PRINTED, recordedBy: 'mals' };
export const BY_MAPPA: Provenance = { sourceSystem: 'MAPPA_FILE', recordedBy: 'mappa', basis: 'FACT' };
export const byProbation = (organisation: string, basis: 'FACT' | 'ASSESSMENT' = 'FACT'): Provenance => ({
  sourceSystem: 'PROBATION_CASE_SYSTEM',
  recordedBy: organisation,
  basis,
});
export const byPrison = (prison: string): Provenance => ({
  sourceSystem: 'PRISON_SYSTEM',
  recordedBy: prison,
  basis: 'FACT',
});
