// XJ-RESEARCH, from its wording: DOMAIN.md C, as C.0 amends it: research sees what passed disclosure control, and rows
// under an approved study. Neither can be had yet, so that nobody at all asks for research.
import { PERSONAS } from '../../development/personas';
import { ask } from '../hub/hub';

const LISTS = ['targets', 'outcomeWindows', 'mentoringSummaries', 'aftercareClients', 'participantOutcomes'];

describe('XJ-RESEARCH', () => {
  it.each(PERSONAS.map(({ persona }) => persona))('lets %s ask nothing for research', async (persona) => {
    for (const list of LISTS) {
      const { data, errors } = await ask(
        persona,
        'EVALUATION_RESEARCH',
        `{ ${list}(first: 1) { totalCount edges { node { id } } } }`,
      );
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
      expect(data ?? null).toBeNull();
    }
  });

  it('hides figures and people that there are', async () => {
    const { data, errors } = await ask('kmbc.iom-coordinator', 'PERFORMANCE_MONITORING', '{ targets { totalCount } }');
    expect(errors).toEqual([]);
    expect(data?.targets.totalCount).toBeGreaterThan(0);
    const outcomes = await ask('eri.staff', 'OWN_CASE_WORK', '{ participantOutcomes { totalCount } }');
    expect(outcomes.data?.participantOutcomes.totalCount).toBeGreaterThan(0);
  });
});
