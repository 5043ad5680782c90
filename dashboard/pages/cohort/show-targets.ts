import type { GraphAnswer } from '../../graph/graph-answer';
import { type CellView, fieldLabel, presentCell } from '../../graph/present-cell';
import type { Visit } from '../page';

export interface TargetsView {
  /** Why there are none to show, if there are none. */
  readonly cell: CellView;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly rag: string | null; readonly cells: readonly CellView[] }[];
}

const COLUMNS = ['indicator', 'asOf', 'target', 'achieved', 'rag', 'commentary', 'source'];

/** The targets of the project as they were published: what is red, amber or green is said in words. */
export function presentTargets({ words, href }: Visit, answer: GraphAnswer): TargetsView {
  const cell = answer.cellAt(['targets']);
  const { edges = [] } = (answer.data['targets'] ?? {}) as {
    readonly edges?: readonly { readonly node: { readonly rag: string | null } }[];
  };
  return {
    cell: presentCell(words, href, 'Query', 'targets', cell.state === 'value' ? { state: 'value', value: '' } : cell),
    columns: COLUMNS.map((field) => fieldLabel(words, 'Target', field)),
    rows: edges.map(({ node }, index) => ({
      rag: node.rag,
      cells: COLUMNS.map((field) =>
        presentCell(words, href, 'Target', field, answer.cellAt(['targets', 'edges', index, 'node', field])),
      ),
    })),
  };
}
