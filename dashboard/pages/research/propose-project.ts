// The form by which a researcher proposes a project to the three officers. Whether it will do is for the graph to say.
import { fieldsOf } from '../../server/form';
import type { ActingVisit, GoOn, PageView, PersonalVisit } from '../page';
import { allDimensions, categoriesOf, categoryName, dimensionName, dimensionText, JURISDICTION } from './dimensions';
import { type Refusal, refusalAt, refusedInput, statusOf } from './refusal';
import { PROPOSE_MUTATION } from './research.query';

const MOST_TABLES = '25';

export function showProposal(visit: PersonalVisit): Promise<PageView> {
  return Promise.resolve(proposalForm(visit, new URLSearchParams({ tables: MOST_TABLES }), undefined));
}

export async function submitProposal(visit: ActingVisit): Promise<PageView | GoOn> {
  const form = fieldsOf(visit.form);
  const refusal = await propose(visit, form);
  return refusal === undefined ? { goOn: visit.href('/research?done=proposed') } : proposalForm(visit, form, refusal);
}

async function propose(visit: PersonalVisit, form: URLSearchParams): Promise<Refusal | undefined> {
  // A name and a question are lines: breaks that a form may hold are spaces.
  const line = (name: string): string => (form.get(name) ?? '').replace(/\s+/g, ' ').trim();
  const dimensions = form.getAll('dimensions');
  const input = {
    name: line('name'),
    question: line('question'),
    dimensions: allDimensions().filter((dimension) => dimensions.includes(dimension)),
    people: line('people')
      .split(/[\s,;]+/)
      .filter((person) => person !== ''),
    endsOn: line('endsOn'),
    tables: Number.isInteger(Number(line('tables'))) ? Number(line('tables')) : 0,
  };
  try {
    return refusalAt(visit, await visit.ask(PROPOSE_MUTATION, { input }), 'proposeResearchProject');
  } catch (error) {
    return refusedInput(visit, error);
  }
}

function proposalForm({ words, href }: PersonalVisit, form: URLSearchParams, refusal: Refusal | undefined): PageView {
  const title = words.say('research.propose');
  const given = (name: string): string => form.get(name) ?? '';
  return {
    template: 'pages/research/propose.njk',
    title: refusal === undefined ? title : words.say('faultPrefix', { title }),
    status: statusOf(refusal),
    model: {
      heading: title,
      refusal: refusal ?? null,
      action: href('/research/propose'),
      given: {
        ...{ name: given('name'), question: given('question'), people: given('people') },
        ...{ endsOn: given('endsOn'), tables: given('tables') },
      },
      // Whose cells they are every project may ask.
      dimensions: allDimensions()
        .filter((dimension) => dimension !== JURISDICTION)
        .map((dimension) => ({
          code: dimension,
          name: dimensionName(words, dimension),
          hint: [
            dimensionText(words, dimension) === dimensionName(words, dimension)
              ? []
              : [dimensionText(words, dimension)],
            categoriesOf(dimension).map((category) => categoryName(words, dimension, category)),
          ]
            .map((parts) => parts.join('; '))
            .filter((part) => part !== '')
            .join('. '),
          isChosen: form.getAll('dimensions').includes(dimension),
        })),
      back: href('/research'),
    },
  };
}
