import { randomUUID } from 'node:crypto';

import { GraphQLError } from 'graphql';

import { operatorRoute, operatorsFault } from '../../common/serving/operator-route';
import { type Dimension, DIMENSIONS } from '../../../disclosure-control/lattice';
import { type OrganisationRole, ORGANISATIONS, isOrganisation } from '../../../schema/organisations';
import type { Purpose } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';
import { jsonReply, type Route } from '../../../service/http-server';
import { OFFICERS } from './project';
import { JURISDICTIONS } from './read-question';
import type { ResearchDesk } from './research-desk';

export const CREATE_PROJECT_PATH = '/research/projects';

/**
 * `POST /research/projects?name=…&dimensions=A,B&tables=25&endsOn=…&people=…`: a project that was proposed and approved in
 * one step, for development. It takes every step as the people concerned would: each owner checks each of them.
 */
export function createProjectRoute(desk: ResearchDesk, token: string): Route {
  return operatorRoute('POST', CREATE_PROJECT_PATH, token, async ({ query }) => {
    const people = listOf(query.get('people'));
    const dimensions = listOf(query.get('dimensions'));
    const unknown = dimensions.find((dimension) => !isDimension(dimension));
    if (unknown !== undefined) {
      return operatorsFault(400, 'BAD_INPUT', `"${unknown}" is no dimension: ${Object.keys(DIMENSIONS).join(', ')}.`);
    }
    const [first] = people.flatMap((person) => actingAs(person) ?? []);
    if (first === undefined) return operatorsFault(400, 'BAD_INPUT', '"people" names nobody who could propose it.');
    try {
      const proposal = {
        name: query.get('name') ?? '',
        question: query.get('question') ?? query.get('name') ?? '',
        dimensions: dimensions.filter(isDimension),
        people,
        endsOn: query.get('endsOn') ?? '',
        tables: Number(query.get('tables') ?? ''),
      };
      const { project } = await desk.propose(proposal, first);
      for (const jurisdiction of JURISDICTIONS) {
        await desk.decide(project.id, 'APPROVED', as(OFFICERS[jurisdiction], 'OVERSIGHT'));
      }
      return jsonReply(200, { projectId: project.id });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return operatorsFault(400, String(error.extensions['code']), error.message);
    }
  });
}

function isDimension(word: string): word is Dimension {
  return Object.hasOwn(DIMENSIONS, word);
}

function listOf(words: string | null): readonly string[] {
  return (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A researcher by pseudonym: `organisation.role`, numbered where there are several. */
function actingAs(person: string): Requester | undefined {
  const [organisation = '', role = ''] = person.replace(/#.*/, '').split('.');
  if (!isOrganisation(organisation)) return undefined;
  return { ...as({ organisation, role }, 'EVALUATION_RESEARCH'), person };
}

function as({ organisation, role }: OrganisationRole, purpose: Purpose): Requester {
  return {
    person: `${organisation}.${role}`,
    organisation,
    role,
    purpose,
    jurisdiction: ORGANISATIONS[organisation].jurisdiction,
    requestId: randomUUID(),
  };
}
