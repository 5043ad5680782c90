import { LOOKUP_STEP, LOOKUP_TOLD_STEP } from '../../common/lookup/lookup-tables';
import { RESEARCH_STEP } from '../../common/research/research-tables';
import type { MigrationStep } from '../../common/storage/migrate';
import { knowsleyLookupStep } from '../lookup/knowsley-register';
import { kiomStep } from './0002-kiom';
import { policeStep } from './0003-police';
import { probationStep } from './0004-probation';
import { custodyAndHealthStep } from './0005-custody-and-health';
import { mentoringStep } from './0006-mentoring';
import { lifeChangeProgrammeStep } from './0007-life-change-programme';
import { coOptedStep } from './0008-co-opted';
import { areasAndMovementsStep } from './0009-areas-and-movements';
import { concernsAndRegistersStep } from './0010-concerns-and-registers';
import { indexesStep } from './0012-indexes';
import { provenanceStep } from './0013-provenance';

/** The steps of Knowsley’s database, in their order; a step that was released never changes. */
export const KNOWSLEY_MIGRATIONS: readonly MigrationStep[] = [
  kiomStep,
  policeStep,
  probationStep,
  custodyAndHealthStep,
  mentoringStep,
  lifeChangeProgrammeStep,
  coOptedStep,
  areasAndMovementsStep,
  concernsAndRegistersStep,
  indexesStep,
  provenanceStep,
  LOOKUP_STEP,
  knowsleyLookupStep,
  LOOKUP_TOLD_STEP,
  RESEARCH_STEP,
];
