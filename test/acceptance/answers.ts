import { type Answer, ask } from '../hub/hub';

/** A well-formed id that no owner has issued. */
export const UNKNOWN_ID = 'nobody-has-this-id';

/** What two answers may not differ in when one of them hides somebody: everything but the request's own id and time. */
export function comparable(answer: Answer): unknown {
  const headers = [...answer.headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
  return { status: answer.status, headers, text: answer.text };
}

/** Expects that asking about `id` is answered, to the byte, as asking about an id that does not exist. */
export async function expectLikeUnknown(persona: string, purpose: string, query: string, id: string): Promise<void> {
  const hidden = await ask(persona, purpose, query, { id });
  const unknown = await ask(persona, purpose, query, { id: UNKNOWN_ID });
  expect(comparable(hidden)).toEqual(comparable(unknown));
}

/** A record with whatever fields a journey asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- journeys know the shape of what they ask for
export type Node = Record<string, any>;

/** Every node of a list, page by page, by the list's field name. */
export async function everyNode(
  persona: string,
  purpose: string,
  list: string,
  selection: string,
  first = 100,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const answer: Answer = await ask(
      persona,
      purpose,
      `query ($after: String) { ${list}(first: ${String(first)}, after: $after) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const page = answer.data?.[list] as
      { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null | undefined;
    if (page === null || page === undefined)
      throw new Error(`${persona} gets no ${list}: ${answer.text.slice(0, 500)}`);
    nodes.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}
