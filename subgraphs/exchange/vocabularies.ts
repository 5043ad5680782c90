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
