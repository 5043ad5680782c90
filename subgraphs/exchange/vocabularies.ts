import { AWAITED_MACHINERY } from '../../protocols/awaited-machinery';
import { DEFINITION_CONCEPTS } from '../../schema/definitions';
import { Rag as codes } from '../../schema/vocabularies';
import { vocabularyEnum } from '../common/records/vocabulary-enum';

export const Rag = vocabularyEnum('Rag', codes, 'How a target stands: red, amber or green.');

export const ProtocolStatus = vocabularyEnum(
  'ProtocolStatus',
  {
    BUILT_IN: 'Built in: it needs no signature',
    PROPOSED: 'Proposed and unsigned: it holds on synthetic data only',
    SIGNED: 'Signed',
  },
  'How binding an agreement is.',
);

export const AwaitedMachinery = vocabularyEnum(
  'AwaitedMachinery',
  AWAITED_MACHINERY,
  'What a clause waits for; until it is built, the clause permits nothing.',
);

export const DefinitionConcept = vocabularyEnum(
  'DefinitionConcept',
  DEFINITION_CONCEPTS,
  'What a definition defines; jurisdictions define the same thing differently.',
);
