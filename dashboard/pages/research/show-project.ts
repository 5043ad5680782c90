// A research project with what it was given, and the three steps to a table: the question, what the table will be like
// and cost, the table itself. The question stands in the address, so that it can be shared; asking again is free.
import { NothingThere, type PageView, type PersonalVisit } from '../page';
import { allDimensions, categoriesOf, categoryName, dimensionName, dimensionText, JURISDICTION } from './dimensions';
import { graphShape } from '../../graph/graph-shape';
import { presentLedgers, presentProject, type Project } from './present-project';
import { presentDescription, type Description, type StatedDefinition } from './present-description';
import { asksForTable, queryOf, readTableRequest, type TableRequest, variablesOf } from './read-table-request';
import { refusalAt, statusOf } from './refusal';
import { DESCRIBE_QUERY, PROJECT_QUERY } from './research.query';

export async function showProject(visit: PersonalVisit): Promise<PageView> {
  const { words, href, query } = visit;
  const id = visit.params['id'] ?? '';
  const project = await visit.ask(PROJECT_QUERY, { id });
  const refused = refusalAt(visit, project, 'researchProject');
  const found = project.data['researchProject'] as Project | null | undefined;
  if (refused === undefined && (found === null || found === undefined)) throw new NothingThere();
  const asked = readTableRequest(query);
  const described =
    refused === undefined && asksForTable(query) ? await visit.ask(DESCRIBE_QUERY, variablesOf(id, asked)) : undefined;
  const refusal = refused ?? (described === undefined ? undefined : refusalAt(visit, described, 'describeTable'));
  const description = (described?.data['describeTable'] ?? null) as Description | null;
  const name = found?.name ?? words.say('research.project');
  return {
    template: 'pages/research/project.njk',
    title: refusal === undefined ? name : words.say('faultPrefix', { title: name }),
    status: statusOf(refusal),
    model: {
      name,
      refusal: refusal ?? null,
      project: found === null || found === undefined ? null : presentProject(visit, found),
      ledgers: found === null || found === undefined ? [] : presentLedgers(visit, found, project, ['researchProject']),
      // Whoever only follows a project asks for nothing in it.
      form:
        found?.state === 'APPROVED' && (found.people ?? []).includes(visit.person.pseudonym)
          ? tableForm(visit, found, asked)
          : null,
      description:
        description === null
          ? null
          : presentDescription(
              visit,
              id,
              asked,
              description,
              (described?.data['definitions'] ?? []) as readonly StatedDefinition[],
            ),
      table: href(`/research/${encodeURIComponent(id)}/table?${queryOf(asked)}`),
      back: href('/research'),
    },
  };
}

/** The form of a question, filled with the one that was asked. */
function tableForm({ words, href }: PersonalVisit, project: Project, asked: TableRequest) {
  const dimensions = allDimensions().filter((dimension) => (project.dimensions ?? []).includes(dimension));
  const codes = (vocabulary: string, chosen: string) =>
    graphShape()
      .codesOf(vocabulary)
      .map((code) => ({
        code,
        text: words.label(vocabulary, code).split(':')[0] ?? code,
        isChosen: code === chosen,
      }));
  return {
    action: href(`/research/${encodeURIComponent(project.id)}`),
    measures: codes('Measure', asked.measure),
    scopes: codes('Scope', asked.scope),
    breakDowns: dimensions.map((dimension) => ({
      code: dimension,
      text: dimensionText(words, dimension),
      isChosen: asked.groupBy.includes(dimension),
    })),
    filters: dimensions
      .filter((dimension) => dimension !== JURISDICTION)
      .map((dimension) => ({
        name: `only.${dimension}`,
        label: dimensionName(words, dimension),
        options: categoriesOf(dimension).map((category) => ({
          code: category,
          text: categoryName(words, dimension, category),
          isChosen: asked.only[dimension] === category,
        })),
      })),
    isMixed: asked.acceptMixedDefinitions,
  };
}
