import type { RareCodes } from '../../common/loading/rare-codes';
import { HousingApplication } from '../aftercare/housing-application';
import { CaseReferral } from '../cases/case-referral';
import { PlanAction } from '../cases/plan-action';
import { ExtremismAction } from '../extremism/extremism-action';
import { ExtremismCase } from '../extremism/extremism-case';
import { ExtremismMeeting } from '../extremism/extremism-meeting';
import { ProsecutorOffence } from '../offences/prosecutor-offence';

export const RARE_CODES_OF_THE_HAGUE: readonly RareCodes[] = [
  { table: CaseReferral, field: 'decision', codes: ['RETURNED'] },
  { table: PlanAction, field: 'status', codes: ['NOT_DONE'] },
  {
    table: ProsecutorOffence,
    field: 'decision',
    codes: ['PENDING', 'PROSECUTED', 'DISMISSED'],
    also: { convictionDate: null },
  },
  { table: ExtremismCase, field: 'targetGroup', codes: ['TRAVELLED', 'DETAINEE'] },
  { table: ExtremismMeeting, field: 'kind', codes: ['ALIGNMENT', 'TACTICAL'] },
  { table: ExtremismAction, field: 'strand', codes: ['NETWORKS', 'KNOWLEDGE'] },
  { table: HousingApplication, field: 'status', codes: ['ENDED'], inPlaceOf: 'PLACED' },
];
