// What goes with every table, before and after it is asked for: thresholds, snapshots, definitions, notes, the ledger.
import type { Visit } from '../page';
import { dimensionName, placeName } from './dimensions';
import { coarserRequest, queryOf, type TableRequest } from './read-table-request';

export interface StatedDefinition {
  readonly version: string | null;
  readonly text: Readonly<Record<'en' | 'nl' | 'it', string | null>> | null;
}

export interface Method {
  readonly thresholds: {
    readonly leastCount: number | null;
    readonly leastPeople: number | null;
    readonly leastDenominator: number | null;
  } | null;
  readonly snapshots:
    readonly { readonly jurisdiction: string; readonly quarter: string; readonly closedUntil: string }[] | null;
  readonly definitions:
    readonly { readonly jurisdiction: string; readonly version: string; readonly text: string | null }[] | null;
  readonly notes: readonly Readonly<Record<'en' | 'nl' | 'it', string | null>>[] | null;
  readonly ledger: { readonly spent: number | null; readonly limit: number | null } | null;
}

export interface Description extends Method {
  readonly tableId: string;
  readonly rows: number;
  readonly cells: number;
  readonly structuralZeros: number;
  readonly costs: number;
  readonly coarser: readonly { readonly dimensions: readonly string[]; readonly cells: number }[] | null;
}

/** A text, and its language where it is not the page's. */
interface Text {
  readonly text: string;
  readonly lang: string | null;
}

export function presentMethod({ words }: Visit, method: Method, stated: readonly StatedDefinition[]) {
  const { language } = words;
  const inLanguage = (
    texts: Readonly<Record<'en' | 'nl' | 'it', string | null>> | null | undefined,
  ): Text | undefined => {
    const text = texts?.[language];
    return text === null || text === undefined ? undefined : { text, lang: null };
  };
  const inEnglish = (text: string): Text => ({ text, lang: language === 'en' ? null : 'en' });
  const { thresholds, snapshots, definitions, notes, ledger } = method;
  const number = (value: number | null | undefined): string => words.number(value ?? 0);
  return {
    suppressed: [
      words.say('research.leastCount', { least: number(thresholds?.leastCount) }),
      ...(typeof thresholds?.leastPeople === 'number'
        ? [words.say('research.leastPeople', { least: number(thresholds.leastPeople) })]
        : []),
      words.say('research.leastDenominator', { least: number(thresholds?.leastDenominator) }),
    ],
    snapshots: (snapshots ?? []).map(({ jurisdiction, quarter, closedUntil }) =>
      words.say('research.snapshot', { place: placeName(words, jurisdiction), quarter, until: closedUntil }),
    ),
    definitions: (definitions ?? []).map(({ jurisdiction, version, text }) => ({
      place: placeName(words, jurisdiction),
      version,
      text: inLanguage(stated.find((one) => one.version === version)?.text) ?? inEnglish(text ?? ''),
    })),
    notes: (notes ?? []).map((note) => inLanguage(note) ?? inEnglish(note.en ?? '')),
    spent: words.say('research.spentOf', { spent: number(ledger?.spent), limit: number(ledger?.limit) }),
  };
}

export function presentDescription(
  visit: Visit,
  project: string,
  asked: TableRequest,
  description: Description,
  stated: readonly StatedDefinition[],
) {
  const { words, href } = visit;
  const { rows, cells, structuralZeros, costs, coarser } = description;
  return {
    ...presentMethod(visit, description, stated),
    size: [
      words.say('research.rows', { count: rows, number: words.number(rows) }),
      words.say('research.cells', { count: cells, number: words.number(cells) }),
      words.say('research.zeros', { count: structuralZeros, number: words.number(structuralZeros) }),
    ],
    costs: words.say(costs === 0 ? 'research.costsNothing' : 'research.costs'),
    coarser: (coarser ?? []).map(({ dimensions, cells: fewer }) => ({
      text: dimensions.map((dimension) => dimensionName(words, dimension)).join(' × '),
      cells: words.say('research.cells', { count: fewer, number: words.number(fewer) }),
      address: href(
        `/research/${encodeURIComponent(project)}?${queryOf(coarserRequest(asked, dimensions))}#description-title`,
      ),
    })),
  };
}
