import { Rag as codes } from '../../schema/vocabularies';
import { vocabularyEnum } from '../common/records/vocabulary-enum';

export const Rag = vocabularyEnum('Rag', codes, 'How a target stands: red, amber or green.');
