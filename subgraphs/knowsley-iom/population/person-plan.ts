import type { CoOptedAgency } from '../co-opted/served-pathways';
import type { NominalBand, PoliceArea, RiskOfHarm } from '../vocabularies';

/** The people of MALS and probation who appear in the data; the first of each is a development persona. */
export const NPS_OFFICER = 'nps.probation-officer';
export const NPS_COLLEAGUE = 'nps.probation-officer-2';
export const CRC_MANAGER = 'merseyside-crc.case-manager';
export const CRC_COLLEAGUE = 'merseyside-crc.case-manager-2';
export const MENTORS = ['mals.mentor', 'mals.mentor-2', 'mals.mentor-3', 'mals.mentor-4'] as const;
export type MentorPerson = (typeof MENTORS)[number] | `mals.mentor-${number}`;

export type Probation = 'nps' | 'merseyside-crc';
export type Prison = 'hmp-liverpool' | 'hmp-kennet';

/** What is true of one invented person: one line tells the state, the records follow from it. */
export interface PersonPlan {
  /** False: a client of MALS of whom KIOM knows nothing. */
  readonly nominal: boolean;
  readonly cohort: 'MEMBER' | 'ADDED_BY_HAND' | 'REVIEW_PAST' | 'LEFT';
  readonly supervision?: {
    readonly organisation: Probation;
    readonly practitioner: string;
    /** Absent: not assessed. */
    readonly risk?: keyof typeof RiskOfHarm;
    readonly handover?: { readonly to: Probation; readonly completed: boolean };
  };
  /** Inside now, or released so many days before the anchor; expected to be released so many after it, null: unknown. */
  readonly custody?: {
    readonly prison: Prison;
    readonly releasedDaysAgo?: number;
    readonly releaseInDays?: number | null;
  };
  /** What the prison recorded for the Life Change Programme, and the number of the cohort where there is a place. */
  readonly programme?: {
    readonly choice: 'VOLUNTEERED' | 'NOT_RECORDED' | 'DECLINED' | 'WITHDRAWN';
    readonly cohort?: number;
  };
  /** Which co-opted agency is asked about a need, and whether the person consents to it. */
  readonly coOpted?: {
    readonly agency: CoOptedAgency;
    readonly request: 'ACTIVE' | 'ENDED' | 'OTHER_NEED' | 'NONE';
    readonly consent: 'ACTIVE' | 'MISSING' | 'WITHDRAWN' | 'EXPIRED' | 'TO_ANOTHER';
    readonly consentToHealth?: boolean;
  };
  readonly policeRecord: boolean;
  /** Band of both scores; absent: any. */
  readonly band?: keyof typeof NominalBand;
  /** So many convictions in the last five years, of which so many for offences of the last year; absent: any. */
  readonly convictions?: { readonly fiveYears: number; readonly lastYear: number };
  /** An offence in another area, or a movement to it, so many days before the anchor. */
  readonly elsewhere?: {
    readonly area: keyof typeof PoliceArea;
    readonly by: 'OFFENCE' | 'MOVEMENT';
    readonly daysAgo: number;
  };
  readonly referral?: {
    readonly from: 'kmbc' | Probation;
    readonly stage: 'OFFERED' | 'ACCEPTED' | 'DECLINED';
    readonly consent: 'GIVEN' | 'MISSING' | 'WITHDRAWN';
  };
  /** Active, or ended so many days before the anchor. */
  readonly match?: { readonly mentor: MentorPerson; readonly endedDaysAgo?: number; readonly mayKnowOffence: boolean };
  readonly consents: readonly {
    readonly to: 'kmbc' | Probation;
    readonly categories: readonly string[];
    readonly state: 'ACTIVE' | 'WITHDRAWN' | 'EXPIRED';
  }[];
  readonly disclosure?: 'RELEASED_FOR_HARM' | 'RELEASED_WITHOUT_HARM' | 'HARM_NOT_RELEASED';
  readonly health?: 'TREATED' | 'TREATMENT_ENDED';
}

/** What a mentee usually agrees that MALS tells KIOM. */
export const USUAL_CATEGORIES = ['MENTORING_RECORD', 'PATHWAY_NEEDS', 'PROGRAMME', 'REFERRAL', 'OUTCOME'] as const;
