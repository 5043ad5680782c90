import type { Decision } from '../../../protocols/decision';
import { vocabularyEnum } from '../records/vocabulary-enum';

export const DecisionKind = vocabularyEnum(
  'DecisionKind',
  {
    PERMIT: 'Permitted, whomever it concerns',
    PERMIT_WHEN: 'Permitted where the conditions of a clause hold',
    DENY: 'Denied, whomever it concerns',
  },
  'What the agreements say of a field to somebody who asks for a purpose.',
);

export const KIND_OF_DECISION = { permit: 'PERMIT', 'permit when': 'PERMIT_WHEN', deny: 'DENY' } as const satisfies {
  readonly [Kind in Decision['kind']]: keyof typeof DecisionKind;
};
