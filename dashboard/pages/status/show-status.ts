import { OWNER_NAMES, OWNERS } from '../../../schema/owners';
import type { PageView, Visit } from '../page';

/** Whether the graph and each owner answer, and by which set of agreements. */
export async function showStatus(visit: Visit): Promise<PageView> {
  const { words } = visit;
  const { answers, missing, protocols } = await visit.readiness();
  const rowOf = (name: string, isUp: boolean | undefined) => ({
    name,
    state: isUp === undefined ? 'unknown' : isUp ? 'up' : 'down',
    text: words.say(`status.${isUp === undefined ? 'unknown' : isUp ? 'up' : 'down'}`),
  });
  return {
    template: 'pages/status/status.njk',
    title: words.say('status.title'),
    model: {
      services: [
        rowOf(words.say('status.gateway'), answers),
        ...OWNER_NAMES.map((owner) => rowOf(OWNERS[owner].title, answers ? !missing.includes(owner) : undefined)),
      ],
      protocols: protocols ?? null,
      asAt: words.dateTime(new Date()),
    },
  };
}
