// XJ-PERFORMANCE, "anonymised practice case stories released by their owner": what two people of the owner released is
// shown, and a story that nobody, one person, one person twice, or one person and another's partner released is shown
// to nobody, its own partner included. That all of them exist is shown by subgraphs/exchange/population.
import { ask } from '../hub/hub';

const LIST = '{ practiceStories(first: 100) { totalCount edges { node { id organisation text releasedOn } } } }';

describe.each(['mals.manager', 'eri.staff', 'safety-house.process-manager', 'pcc.commissioner'])('%s', (persona) => {
  it('sees the released stories, each with the day of its second release, and no other', async () => {
    const { data, errors } = await ask(persona, 'PRACTICE_EXCHANGE', LIST);
    expect(errors).toEqual([]);
    expect(data?.practiceStories).toEqual({
      totalCount: 2,
      edges: [
        {
          node: {
            id: 'exchange-story-1',
            organisation: 'mals',
            text: expect.stringContaining('at the gate'),
            releasedOn: '2015-03-05',
          },
        },
        {
          node: {
            id: 'exchange-story-2',
            organisation: 'eri',
            text: expect.stringContaining('vegetable garden'),
            releasedOn: '2015-06-15',
          },
        },
      ],
    });
  });

  it.each(['exchange-story-3', 'exchange-story-4', 'exchange-story-5', 'exchange-story-6'])(
    'is told of %s, which is not released, what is told of an unknown id',
    async (id) => {
      const query = 'query ($id: ID!) { practiceStory(id: $id) { id text } }';
      const [hidden, unknown] = await Promise.all([
        ask(persona, 'PRACTICE_EXCHANGE', query, { id }),
        ask(persona, 'PRACTICE_EXCHANGE', query, { id: 'nobody-has-this-id' }),
      ]);
      expect(unknown.data).toEqual({ practiceStory: null });
      expect(hidden.text).toBe(unknown.text);
    },
  );
});

it('withholds the stories for every other purpose', async () => {
  const { data, errors } = await ask('mals.manager', 'OWN_CASE_WORK', LIST);
  expect(data).toEqual({ practiceStories: null });
  expect(errors[0]).toMatchObject({ extensions: { code: 'WITHHELD_BY_PROTOCOL', category: 'AGGREGATE' } });
});
