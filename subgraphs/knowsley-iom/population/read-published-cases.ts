import { readFileSync } from 'node:fs';
import path from 'node:path';

import { projectRoot } from '../../../service/project-root';
import type { Confidence, OffenceCode } from '../vocabularies';

/** One of the fifteen published case studies, as Table 1 and Table 2 of the final report print it. */
export interface PublishedCase {
  readonly name: string;
  readonly priorOffences: number;
  readonly sessions: number;
  readonly hours: number;
  /** Cumulative, within 3, 6 and 12 months. */
  readonly reoffences: readonly [number, number, number];
  readonly confidence: keyof typeof Confidence;
  readonly note: string;
  readonly priorCodes: readonly (keyof typeof OffenceCode)[];
  readonly reoffenceCodes: readonly {
    readonly firstWindow: 3 | 6 | 12;
    readonly code: keyof typeof OffenceCode;
    readonly confidence: keyof typeof Confidence;
  }[];
  readonly scores: readonly { readonly asAt: string; readonly score: number }[];
  readonly costs: readonly { readonly asAt: string; readonly amountGbp: number }[];
}

export function readPublishedCases(): readonly PublishedCase[] {
  const priors = readTable('table1_prior_offences.csv');
  const reoffences = readTable('table1_reoffences.csv');
  const corvus = new Map(readTable('table2_corvus.csv').map((row) => [row.case, row]));
  return readTable('table1_case_studies.csv').map((row) => {
    const name = row.case ?? '';
    const printed = Number(row.offences_3y_prior);
    const labelled = priors
      .filter((prior) => prior.case === name)
      .flatMap((prior) =>
        Array.from({ length: Number(prior.count) }, () => prior.offence_code as keyof typeof OffenceCode),
      );
    // The labels of one case sum to less than its printed count: the missing one is recorded as not stated.
    const missing = Array.from({ length: printed - labelled.length }, () => 'NOT_STATED' as const);
    return {
      name,
      priorOffences: printed,
      sessions: Number(row.sessions),
      hours: Number(row.hours),
      reoffences: [Number(row.reoff_cum_3m), Number(row.reoff_cum_6m), Number(row.reoff_cum_12m)],
      confidence: confidenceOf(row.confidence),
      note: row.note ?? '',
      priorCodes: [...labelled, ...missing],
      reoffenceCodes: reoffences
        .filter((reoffence) => reoffence.case === name)
        .flatMap((reoffence) =>
          Array.from({ length: Number(reoffence.count) }, () => ({
            firstWindow: Number.parseInt(reoffence.first_window ?? '', 10) as 3 | 6 | 12,
            code: reoffence.offence_code as keyof typeof OffenceCode,
            confidence: confidenceOf(reoffence.confidence),
          })),
        ),
      scores: monthly(corvus.get(name), 'corvus_score_').map(([asAt, score]) => ({ asAt, score })),
      costs: monthly(corvus.get(name), 'cost_of_crime_gbp_').map(([asAt, amountGbp]) => ({ asAt, amountGbp })),
    };
  });
}

/** Columns such as `corvus_score_2015_04`: the month is in the name. */
function monthly(
  row: Readonly<Record<string, string>> | undefined,
  prefix: string,
): readonly (readonly [string, number])[] {
  return Object.entries(row ?? {}).flatMap(([column, value]) =>
    column.startsWith(prefix) && value !== ''
      ? [[column.slice(prefix.length).replace('_', '-'), Number(value)] as const]
      : [],
  );
}

function confidenceOf(text: string | undefined): keyof typeof Confidence {
  if (text?.startsWith('certain') === true) return 'CERTAIN';
  return text?.startsWith('probable') === true ? 'PROBABLE' : 'UNCERTAIN';
}

function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(path.join(projectRoot, 'subgraphs/knowsley-iom/population/published', file), 'utf8');
  const [header = [], ...lines] = text.trim().split(/\r?\n/).map(splitLine);
  return lines.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
}

/** Cells of one line; a cell in quotes may hold commas and doubled quotes, never a line break. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
