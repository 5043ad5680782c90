// Research projects as rows: a project is written once, and each of the three answers to it stands in a row of its own.
import type { Dimension, Jurisdiction3 } from '../../../disclosure-control/lattice';
import type { OrganisationId } from '../../../schema/organisations';
import type { Database } from '../../common/storage/database';
import type { ProjectDecision, ResearchProject } from './project';

interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly dimensions: readonly Dimension[];
  readonly people: readonly string[];
  readonly organisation: OrganisationId;
  readonly ends_on: string;
  readonly tables: number;
  readonly proposed_at: string;
  readonly decisions: readonly {
    readonly jurisdiction: Jurisdiction3;
    readonly answer: ProjectDecision['answer'];
    readonly by: string;
    readonly decided_at: string;
  }[];
}

/** The newest, where there are more. */
const MOST_LISTED = 200;

const SELECT = `
  select p.id::text, p.name, p.question, to_json(p.dimensions) as dimensions, to_json(p.people) as people, p.organisation,
    to_char(p.ends_on, 'YYYY-MM-DD') as ends_on, p.tables, to_json(p.proposed_at) as proposed_at,
    coalesce(json_agg(json_build_object('jurisdiction', d.jurisdiction, 'answer', d.answer, 'by', d.decided_by,
      'decided_at', d.decided_at) order by d.decided_at) filter (where d.project is not null), '[]') as decisions
  from research_project p left join research_decision d on d.project = p.id`;

export class ProjectStore {
  constructor(private readonly database: Database) {}

  async add(project: ResearchProject): Promise<void> {
    await this.database.query(
      `insert into research_project
         (id, name, question, dimensions, people, organisation, ends_on, tables, proposed_at)
       values ($1, $2, $3, $4::text[], $5::text[], $6, $7::date, $8, $9::timestamptz)`,
      [
        project.id,
        project.name,
        project.question,
        [...project.dimensions],
        [...project.people],
        project.organisation,
        project.endsOn,
        project.tables,
        project.proposedAt.toISOString(),
      ],
    );
  }

  async find(id: string): Promise<ResearchProject | undefined> {
    const [row] = await this.database.query<ProjectRow>(`${SELECT} where p.id = $1 group by p.id`, [id]);
    return row === undefined ? undefined : projectOf(row);
  }

  /** Those of which somebody is one of the people; without anybody all of them. The newest first. */
  async list(person: { readonly person: string; readonly organisation: string } | null): Promise<ResearchProject[]> {
    const rows = await this.database.query<ProjectRow>(
      `${SELECT} where $1::text is null or (p.organisation = $2 and $1 = any (p.people))
       group by p.id order by p.proposed_at desc, p.id limit ${String(MOST_LISTED)}`,
      [person?.person ?? null, person?.organisation ?? null],
    );
    return rows.map(projectOf);
  }

  /** An officer's answer, in the place of an earlier one. */
  async decide(project: string, { jurisdiction, answer, by, decidedAt }: ProjectDecision): Promise<void> {
    await this.database.query(
      `insert into research_decision (project, jurisdiction, answer, decided_by, decided_at)
       values ($1, $2, $3, $4, $5::timestamptz)
       on conflict (project, jurisdiction) do update
         set answer = excluded.answer, decided_by = excluded.decided_by, decided_at = excluded.decided_at
         -- What was refused stays refused, also where an approval was under way beside it.
         where research_decision.answer <> 'REFUSED'`,
      [project, jurisdiction, answer, by, decidedAt.toISOString()],
    );
  }
}

function projectOf(row: ProjectRow): ResearchProject {
  return {
    id: row.id,
    name: row.name,
    question: row.question,
    dimensions: row.dimensions,
    people: row.people,
    organisation: row.organisation,
    endsOn: row.ends_on,
    tables: row.tables,
    proposedAt: new Date(row.proposed_at),
    decisions: row.decisions.map(({ jurisdiction, answer, by, decided_at }) => ({
      jurisdiction,
      answer,
      by,
      decidedAt: new Date(decided_at),
    })),
  };
}
