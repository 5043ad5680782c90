// For the officers of the three partnerships: projects that wait for their answer, and those that were answered. A refusal
// cannot be taken back, so that every answer is confirmed before it is given.
import { presentCell } from '../../graph/present-cell';
import type { GraphAnswer } from '../../graph/graph-answer';
import { graphShape } from '../../graph/graph-shape';
import { fieldsOf } from '../../server/form';
import { type ActingVisit, type GoOn, NothingThere, type PageView, type PersonalVisit } from '../page';
import { presentProject, type Project } from './present-project';
import { type Refusal, refusalAt, statusOf } from './refusal';
import { DECIDE_MUTATION, PROJECTS_QUERY } from './research.query';

const REFUSED = 'REFUSED';

export async function showApprovals(visit: PersonalVisit): Promise<PageView> {
  return approvals(visit, await visit.ask(PROJECTS_QUERY), undefined);
}

export async function submitApproval(visit: ActingVisit): Promise<PageView | GoOn> {
  const form = fieldsOf(visit.form);
  const project = form.get('project') ?? '';
  const answer = graphShape()
    .codesOf('ResearchAnswer')
    .find((code) => code === form.get('answer'));
  if (answer === undefined) throw new NothingThere();
  if (form.get('confirmed') !== 'yes') return confirmation(visit, project, answer);
  const decided = await visit.ask(DECIDE_MUTATION, { input: { project, answer } });
  const refusal = refusalAt(visit, decided, 'decideResearchProject');
  if (refusal === undefined) return { goOn: visit.href(`/research/approvals?done=${answer}`) };
  return approvals(visit, await visit.ask(PROJECTS_QUERY), refusal);
}

function approvals(visit: PersonalVisit, answer: GraphAnswer, refusal: Refusal | undefined): PageView {
  const { words, href, query, person } = visit;
  const cell = answer.cellAt(['researchProjects']);
  const projects = ((answer.data['researchProjects'] ?? []) as readonly Project[]).map((project) => {
    const own = project.decisions?.find(({ jurisdiction }) => jurisdiction === person.jurisdiction);
    const isOpen = project.state === 'PROPOSED' || project.state === 'APPROVED';
    return {
      ...presentProject(visit, project),
      waits: isOpen && own === undefined,
      // An approval can be taken back; that is a refusal.
      answers: isOpen
        ? graphShape()
            .codesOf('ResearchAnswer')
            .filter((code) => own === undefined || code !== own.answer)
            .map((code) => ({
              code,
              text: words.say(own === undefined ? `approvals.answers.${code}` : 'approvals.takeBack'),
            }))
        : [],
    };
  });
  const title = words.say('approvals.title');
  const done = query.get('done');
  return {
    template: 'pages/research/approvals.njk',
    title: refusal === undefined ? title : words.say('faultPrefix', { title }),
    status: statusOf(refusal),
    model: {
      heading: title,
      refusal: refusal ?? null,
      done: done !== null && words.knows(`approvals.done.${done}`) ? words.say(`approvals.done.${done}`) : null,
      cell: presentCell(
        words,
        href,
        'Query',
        'researchProjects',
        cell.state === 'value' ? { ...cell, value: '' } : cell,
      ),
      groups: [
        { id: 'waiting', title: words.say('approvals.waiting'), projects: projects.filter(({ waits }) => waits) },
        { id: 'others', title: words.say('approvals.others'), projects: projects.filter(({ waits }) => !waits) },
      ],
      action: href('/research/approvals'),
    },
  };
}

async function confirmation(visit: PersonalVisit, id: string, answer: string): Promise<PageView> {
  const { words, href } = visit;
  const told = await visit.ask(PROJECTS_QUERY);
  const project = ((told.data['researchProjects'] ?? []) as readonly Project[]).find((one) => one.id === id);
  if (project === undefined) throw new NothingThere();
  return {
    template: 'pages/research/confirm-approval.njk',
    title: words.say(`approvals.confirm.${answer}`),
    model: {
      project: presentProject(visit, project),
      answer,
      consequence: words.say(`approvals.consequence.${answer}`),
      isRefusal: answer === REFUSED,
      button: words.say(`approvals.answers.${answer}`),
      action: href('/research/approvals'),
      back: href('/research/approvals'),
    },
  };
}
