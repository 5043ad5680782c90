// The labels of codes. Dutch and Italian are the schema's table; English stands where a code is defined: in the
// schema's vocabularies, or as the description of the enum's value in the graph.
import { VOCABULARY_LABELS } from '../../schema/vocabulary-labels';
import * as shared from '../../schema/vocabularies';
import { graphShape } from '../graph/graph-shape';
import type { Language } from './languages';

/** Enums whose name in the graph is another one, because a record has the vocabulary's. */
const VOCABULARY_OF_ENUM: Readonly<Record<string, string>> = {
  AftercareNeedKind: 'AftercareNeed',
  ExtremismMeetingKind: 'ExtremismMeeting',
};

const english: Readonly<Record<string, Readonly<Record<string, string>>>> = shared;

/** The label of a code; the code itself where no language has one. */
export function vocabularyLabel(language: Language, enumName: string, code: string): string {
  const vocabulary = VOCABULARY_OF_ENUM[enumName] ?? enumName;
  if (language === 'en') return english[vocabulary]?.[code] ?? graphShape().describeCode(enumName, code) ?? code;
  return VOCABULARY_LABELS[vocabulary]?.codes[code]?.[language === 'nl' ? 0 : 1] ?? code;
}
