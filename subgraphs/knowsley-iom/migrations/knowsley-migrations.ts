import type { MigrationStep } from '../../common/storage/migrate';
import { kiomStep } from './0002-kiom';
import { policeStep } from './0003-police';
import { probationStep } from './0004-probation';
import { custodyAndHealthStep } from './0005-custody-and-health';
import { mentoringStep } from './0006-mentoring';
import { indexesStep } from './0012-indexes';

/** The steps of Knowsley’s database, in their order; a step that was released never changes. */
export const KNOWSLEY_MIGRATIONS: readonly MigrationStep[] = [
  kiomStep,
  policeStep,
  probationStep,
  custodyAndHealthStep,
  mentoringStep,
  indexesStep,
];
