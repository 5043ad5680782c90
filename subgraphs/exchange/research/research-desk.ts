import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Dimension, Jurisdiction3 } from '../../../disclosure-control/lattice';
import type { Requester } from '../../../schema/requester';
import { badInput } from '../../common/serving/owner-errors';
import { designOf, type TableDesign } from './describe-table';
import { type GivenTable, giveTable, type GivingParts, snapshotsOf } from './give-table';
import { type OwnerLedger, type OwnerSnapshot, refusal } from './owner-calls';
import {
  type Answer,
  charterOf,
  decidesFor,
  faultOfAnswer,
  isOfProject,
  type ProjectState,
  type Proposal,
  proposeProject,
  type ResearchProject,
  stateOf,
} from './project';
import type { ProjectStore } from './project-store';
import { type AskedTable, type Question, readQuestion } from './read-question';

export interface ResearchDeskParts extends GivingParts {
  readonly store: ProjectStore;
  readonly now: () => Date;
  /** Calendar date at the exchange. */
  readonly today: () => string;
}

/** A project with where it stands today. */
export interface FollowedProject {
  readonly project: ResearchProject;
  readonly state: ProjectState;
}

/** A table described before it is asked for. */
export interface DescribedTable {
  readonly question: Question;
  readonly design: TableDesign;
  readonly snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>;
  readonly project: ResearchProject;
  /** What asking for it costs: nothing where everybody who would be asked gave it before. */
  readonly costs: 0 | 1;
  readonly ledger: GivenTable['ledger'];
}

/**
 * Research projects and their tables. What an officer decides, the officer's own owner notes first, which can be asked of
 * it again; only then it is noted here: whatever ends in between, the same decision taken once more goes through.
 */
export class ResearchDesk {
  constructor(private readonly parts: ResearchDeskParts) {}

  /** Those that somebody may follow: an officer all of them, anybody else those of which they are one of the people. */
  async projectsOf(by: Requester): Promise<readonly FollowedProject[]> {
    const projects = await this.parts.store.list(decidesFor(by) === undefined ? by : null);
    return projects.map((project) => this.follow(project));
  }

  /** Undefined alike for one that is not there and for one that is somebody else's. */
  async find(id: string, by: Requester): Promise<FollowedProject | undefined> {
    const project = await this.visible(id, by);
    return project === undefined ? undefined : this.follow(project);
  }

  async propose(proposal: Proposal, by: Requester): Promise<FollowedProject> {
    if (decidesFor(by) !== undefined) throw badInput('Whoever decides on projects proposes none.');
    const { store, now, today } = this.parts;
    const project = proposeProject(randomUUID(), proposal, by, now(), today());
    await store.add(project);
    return this.follow(project);
  }

  async decide(id: string, answer: Answer, by: Requester): Promise<FollowedProject> {
    const { store, owners, now, today } = this.parts;
    const jurisdiction = decidesFor(by);
    if (jurisdiction === undefined) {
      throw badInput('Only the data protection officers of the three partnerships decide on projects.');
    }
    const project = await this.visible(id, by);
    if (project === undefined) throw badInput('"project" is no id of ours: give the id that the graph gave.');
    const fault = faultOfAnswer(project, jurisdiction, answer, today());
    if (fault !== undefined) throw badInput(fault);
    await owners.tell(jurisdiction, answer, charterOf(project), by);
    await store.decide(id, { jurisdiction, answer, by: by.person, decidedAt: now() });
    return this.follow((await store.find(id)) ?? project);
  }

  /** What one owner gave to a project, as that owner's own ledger has it. */
  ledgerAt(of: Jurisdiction3, project: string, by: Requester): Promise<OwnerLedger> {
    return this.parts.owners.ledger(of, project, by);
  }

  async describe(project: string, asked: AskedTable, by: Requester): Promise<DescribedTable> {
    const question = readQuestion(asked);
    const approved = await this.approved(project, question.needs, by);
    const snapshots = await snapshotsOf(this.parts.owners, question.asked, this.parts.withinMs);
    const ledgers = await Promise.all(question.asked.map((of) => this.ledgerAt(of, approved.id, by)));
    const wasGiven = ledgers.every(({ tables }) => tables.some(({ table }) => table === question.table.id));
    return {
      question,
      design: designOf(question, snapshots),
      snapshots,
      project: approved,
      costs: wasGiven ? 0 : 1,
      ledger: {
        spent: Math.max(...ledgers.map(({ spent }) => spent)),
        limit: Math.min(...ledgers.map(({ limit }) => limit)),
      },
    };
  }

  async give(project: string, asked: AskedTable, by: Requester): Promise<GivenTable & { project: ResearchProject }> {
    const question = readQuestion(asked);
    const approved = await this.approved(project, question.needs, by);
    return { ...(await giveTable(this.parts, question, approved.id, by)), project: approved };
  }

  /** The project for which somebody may ask for these dimensions today. Who is none of its people learns nothing of it. */
  private async approved(id: string, needs: readonly Dimension[], by: Requester): Promise<ResearchProject> {
    const project = await this.visible(id, by);
    if (project === undefined || !isOfProject(project, by)) throw refusal('PROJECT_NOT_APPROVED');
    const state = stateOf(project, this.parts.today());
    if (state === 'ENDED') throw refusal('PROJECT_ENDED');
    if (state !== 'APPROVED') throw refusal('PROJECT_NOT_APPROVED');
    if (needs.some((dimension) => !project.dimensions.includes(dimension))) throw refusal('DIMENSION_NOT_APPROVED');
    return project;
  }

  private async visible(id: string, by: Requester): Promise<ResearchProject | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    const project = await this.parts.store.find(id.toLowerCase());
    if (project === undefined) return undefined;
    return decidesFor(by) !== undefined || isOfProject(project, by) ? project : undefined;
  }

  private follow(project: ResearchProject): FollowedProject {
    return { project, state: stateOf(project, this.parts.today()) };
  }
}
