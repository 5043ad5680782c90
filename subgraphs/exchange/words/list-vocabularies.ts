import * as shared from '../../../schema/vocabularies';
import { VOCABULARY_LABELS } from '../../../schema/vocabulary-labels';
import { wholeGraphEnums } from '../../common/disclosure/whole-graph';
import { instanceWith } from '../../common/graph/instance-with';
import { TrilingualText } from './trilingual-text';
import { Vocabulary, VocabularyCode } from './vocabulary';

/** Enums whose name in the graph is another one, because a record has the vocabulary's. */
const VOCABULARY_OF_ENUM: Readonly<Record<string, string>> = {
  AftercareNeedKind: 'AftercareNeed',
  ExtremismMeetingKind: 'ExtremismMeeting',
};

let listed: readonly Vocabulary[] | undefined;

/** Every vocabulary by its name: those of the domain, and what else is an enum of the graph. */
export function listVocabularies(): readonly Vocabulary[] {
  return (listed ??= readVocabularies());
}

function readVocabularies(): readonly Vocabulary[] {
  const enums = new Map(
    [...wholeGraphEnums()].map(([name, codes]) => [VOCABULARY_OF_ENUM[name] ?? name, { name, codes }]),
  );
  // A vocabulary of the domain may have more codes than the graph uses of it.
  const english: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...Object.fromEntries([...enums].map(([name, { codes }]) => [name, codes])),
    ...shared,
  };
  return Object.keys(english)
    .sort()
    .map((name) =>
      instanceWith(Vocabulary, {
        name,
        graphqlEnum: enums.get(name)?.name ?? null,
        codes: Object.entries(english[name] ?? {}).map(([code, en], index) => codeOf(name, code, en, index + 1)),
      }),
    );
}

function codeOf(vocabulary: string, code: string, en: string, order: number): VocabularyCode {
  const labels = VOCABULARY_LABELS[vocabulary];
  const [nl = null, it = null] = labels?.codes[code] ?? [];
  return instanceWith(VocabularyCode, {
    code,
    label: instanceWith(TrilingualText, { en, nl, it }),
    order,
    source: labels?.source ?? null,
  });
}
