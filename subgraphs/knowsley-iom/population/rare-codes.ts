import type { RareCodes } from '../../common/loading/rare-codes';
import { CustodyEpisode } from '../custody/custody-episode';
import { PathwayStatus } from '../pathways/pathway-status';
import { Referral } from '../referrals/referral';
import { Supervision } from '../supervision/supervision';

export const RARE_CODES_OF_KNOWSLEY: readonly RareCodes[] = [
  { table: Referral, field: 'source', codes: ['POLICE_LIST'] },
  { table: PathwayStatus, field: 'state', codes: ['NONE'] },
  { table: Supervision, field: 'regime', codes: ['VOLUNTARY', 'NONE'] },
  {
    table: CustodyEpisode,
    field: 'status',
    codes: ['PRISON_NEW_SENTENCE', 'REMANDED_IN_CUSTODY'],
    inPlaceOf: 'PRISON',
  },
  { table: CustodyEpisode, field: 'status', codes: ['ABSCONDED'], inPlaceOf: 'LICENCE' },
  { table: CustodyEpisode, field: 'startReason', codes: ['FINE_DEFAULT', 'OTHER'] },
];
