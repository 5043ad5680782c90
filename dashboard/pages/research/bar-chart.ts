// A chart of a table: one bar for each row, drawn here as numbers and lines of text, so that a template can write it as
// SVG without a script or a style of its own. The table beside it says the same and more.

export interface Bar {
  readonly label: string;
  /** Null where there is no value: the marker stands instead. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
}

export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly {
    readonly lines: readonly { readonly text: string; readonly y: number }[];
    readonly bar: { readonly width: number; readonly y: number; readonly height: number } | null;
    readonly interval: { readonly from: number; readonly to: number; readonly y: number } | null;
    readonly text: { readonly text: string; readonly x: number; readonly y: number };
  }[];
}

/** More cannot be read as a picture. */
export const MOST_BARS = 60;
const WIDTH = 340;
/** For the value after a bar. */
const BAR_WIDTH = 230;
const BAR_HEIGHT = 16;
const LINE = 16;
const GAP = 12;
const LINE_CHARACTERS = 48;

/** The chart of these rows; null where there are too many, or nothing to draw. */
export function barChart(bars: readonly Bar[], most?: number): BarChart | null {
  if (bars.length > MOST_BARS || bars.every(({ value }) => value === null)) return null;
  const full = most ?? Math.max(1, ...bars.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)));
  const across = (value: number): number => Math.round(Math.min(1, Math.max(0, value / full)) * BAR_WIDTH * 10) / 10;
  let y = 0;
  const rows = bars.map(({ label, value, low, high, text }) => {
    const lines = wrap(label).map((line) => ({ text: line, y: (y += LINE) }));
    const top = y + 5;
    y = top + BAR_HEIGHT + GAP;
    const middle = top + BAR_HEIGHT / 2;
    const hasInterval = value !== null && low !== null && high !== null;
    const end = value === null ? 0 : Math.max(across(value), hasInterval ? across(high) : 0);
    return {
      lines,
      bar: value === null ? null : { width: across(value), y: top, height: BAR_HEIGHT },
      interval: hasInterval ? { from: across(low), to: across(high), y: middle } : null,
      text: { text, x: end + 6, y: middle + 5 },
    };
  });
  return { width: WIDTH, height: y, rows };
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_CHARACTERS) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
