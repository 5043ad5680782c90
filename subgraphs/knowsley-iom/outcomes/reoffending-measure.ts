import { GraphQLLocalDate } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';

import { Definition, definitionOf } from '../../common/graph/definition';
import { DisclosedValue } from '../../common/records/decorators';
import { vocabularyEnum } from '../../common/records/vocabulary-enum';

export const CensoredReason = vocabularyEnum(
  'CensoredReason',
  {
    NO_ENGAGEMENT: 'The person has not begun to work with MALS',
    WINDOW_NOT_OVER: 'The window is not over yet',
    NOT_AT_LIBERTY: 'The person was in custody for a part of the window',
  },
  'Why no reoffence within a window says nothing.',
);

/** The windows of the project measure, in months. */
export const REOFFENDING_WINDOWS = [3, 6, 12] as const;

/** The definition that the project counted by: DOMAIN.md A.5, REOFFENDING, UK project, mended by C.0. */
export const PROJECT_DEFINITION = definitionOf('UK-PROJECT-1');

@ObjectType('ReoffendingMeasure', {
  description:
    'Reoffending of one person by the project’s definition, computed from recorded offences by offence date.',
})
export class ReoffendingMeasure {
  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => Int, 'Length of the window in months: 3, 6 or 12.')
  windowMonths!: number;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Int,
    'Offences after the first engagement and within the window; not recorded where the person is censored.',
  )
  reoffences!: number | null;

  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => Int, 'Offences in the 36 months up to the first engagement.')
  baselineOffences36m!: number | null;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => GraphQLLocalDate,
    'First session with MALS, or begin of the first match where that is earlier; Europe/London.',
  )
  firstEngagement!: string | null;

  @DisclosedValue(
    'OUTCOME/FULL/REOFFENDING',
    () => Boolean,
    'True where no offence was observed and the person was at liberty for less than the window.',
  )
  censored!: boolean;

  @DisclosedValue('OUTCOME/FULL/REOFFENDING', () => CensoredReason, 'Why the person is censored.')
  censoredReason!: keyof typeof CensoredReason | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}
