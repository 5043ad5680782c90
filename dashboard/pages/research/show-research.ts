// One's own research projects, and the way to propose another.
import { presentCell } from '../../graph/present-cell';
import type { PageView, PersonalVisit } from '../page';
import { presentProject, type Project } from './present-project';
import { PROJECTS_QUERY } from './research.query';

export async function showResearch(visit: PersonalVisit): Promise<PageView> {
  const { words, href, query } = visit;
  const answer = await visit.ask(PROJECTS_QUERY);
  const cell = answer.cellAt(['researchProjects']);
  const projects = (answer.data['researchProjects'] ?? []) as readonly Project[];
  return {
    template: 'pages/research/research.njk',
    title: words.say('research.title'),
    model: {
      done: query.get('done') === 'proposed' ? words.say('research.proposed') : null,
      cell: presentCell(
        words,
        href,
        'Query',
        'researchProjects',
        cell.state === 'value' ? { ...cell, value: '' } : cell,
      ),
      projects: projects.map((project) => presentProject(visit, project)),
      propose: href('/research/propose'),
    },
  };
}
