// What is missing in the invented people of a seed. Driven by what the owners register (vocabularies, predicates),
// by the personas and by the agreements, so that whatever is added to them is looked for too.
import { agreementsOf } from '../../development/agreements-of';
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { PERSONAS, type Persona } from '../../development/personas';
import {
  type Asker,
  openSeededOwner,
  requesterOf,
  type SeededOwner,
  subjectsShown,
  truthFor,
} from '../../development/seeded-owner';
import { purposesOf } from '../../protocols/decide';
import type { Predicate, ProtocolSet } from '../../protocols/protocol';
import { EXISTENCE_SENSITIVE } from '../../schema/categories';
import { OWNERS } from '../../schema/owners';
import { isSubjectRole, type OrganisationId } from '../../schema/organisations';
import type { Purpose } from '../../schema/purposes';
import { isOwnerOfPeople, type PeopleWanted } from '../../subgraphs/common/loading/people-wanted';
import { vocabularyName } from '../../subgraphs/common/records/vocabulary-enum';
import { calendarDate } from '../../subgraphs/common/serving/calendar-date';
import { type RequestStore } from '../../subgraphs/common/storage/request-store';
import { snakeCase } from '../../subgraphs/common/storage/snake-case-naming';
import type { OwnerPredicate } from '../../subgraphs/common/disclosure/owner-predicates';
import { GRANT_PREDICATES } from '../../subgraphs/common/lookup/grants/grant-predicates';

/** A predicate must hold for so many people, and fail for so many, whoever asks. */
export const LEAST_EACH_WAY = 20;
/** Of an owner's people, so many are looked at for each persona to find some that are hidden. */
const SAMPLE = 60;

/** Codes that no record can have, and why; every other code must be somebody’s. */
const CODES_OF_NO_RECORD: Readonly<Record<string, { readonly codes: readonly string[]; readonly why: string }>> = {
  ReferralSource: {
    codes: ['SOCIAL_SERVICES_TO_ERI', 'SERT', 'UEPE'],
    why: 'No field of ERI names the source of a referral: an invitation names who invited.',
  },
  PlacementReason: { codes: ['HOMELESS'], why: 'The housing route is refused to nobody for having no home.' },
  Rag: { codes: ['RED'], why: 'No published target is rated red.' },
};

export interface Survey {
  readonly people: Readonly<Record<string, number>>;
  /** `Vocabulary: codes`, of which no record has one. */
  readonly codesOfNobody: readonly string[];
  /** Predicates that do not hold, or do not fail, for enough people, with what was found at best. */
  readonly predicatesTooRare: readonly string[];
  /** Personas who see no list, nobody of those whom an agreement opens to them, or everybody. */
  readonly personasWithout: readonly string[];
  /** Categories whose existence is sensitive, of which there is no record. */
  readonly silentCategoriesAbsent: readonly string[];
}

export async function surveyPopulation(
  seed: string,
  anchor: string,
  people: PeopleWanted,
  say: (text: string) => void,
): Promise<Survey> {
  const now = new Date(`${anchor}T12:00:00Z`);
  const protocols = agreementsOf({});
  const codes = new CodeCensus();
  const personas = new PersonaCensus();
  const silent = new Set<string>(EXISTENCE_SENSITIVE);
  const predicatesTooRare: string[] = [];
  const counts: Record<string, number> = {};
  for (const definition of OWNER_DEFINITIONS) {
    say(`${definition.name}: inventing the people of seed ${seed}`);
    const seeded = await openSeededOwner(definition, seed, anchor, { people });
    try {
      counts[definition.name] = await countOf(seeded, 'select count(*) as count from subject');
      say(`${definition.name}: vocabularies and silent categories`);
      await codes.read(seeded);
      for (const category of await silentCategoriesOf(seeded, [...silent])) silent.delete(category);
      say(`${definition.name}: predicates`);
      predicatesTooRare.push(...(await tooRare(seeded, protocols, now)));
      say(`${definition.name}: personas`);
      await personas.read(seeded, protocols, now);
    } finally {
      await seeded.store.close();
    }
  }
  return {
    people: counts,
    codesOfNobody: codes.missing(),
    predicatesTooRare,
    personasWithout: personas.missing(),
    silentCategoriesAbsent: [...silent],
  };
}

async function countOf({ store }: SeededOwner, sql: string): Promise<number> {
  const [row] = await store.maintenance.query<{ count: number }[]>(sql);
  return row?.count ?? 0;
}

/** Which codes of the vocabularies the records of all owners have. */
class CodeCensus {
  private readonly used = new Map<string, { readonly codes: readonly string[]; readonly found: Set<string> }>();

  async read({ graph, store }: SeededOwner): Promise<void> {
    for (const { table, fields } of graph.catalogue.recordTypes.values()) {
      for (const { name, kind, vocabulary } of fields) {
        if (vocabulary === undefined) continue;
        const column = kind === 'texts' ? `unnest(${snakeCase(name)})` : snakeCase(name);
        const known = this.used.get(vocabularyName(vocabulary)) ?? {
          codes: Object.keys(vocabulary),
          found: new Set<string>(),
        };
        this.used.set(vocabularyName(vocabulary), known);
        const rows = await store.maintenance.query<{ code: string | null }[]>(
          `select distinct ${column} as code from ${table}`,
        );
        for (const { code } of rows) if (code !== null) known.found.add(code);
      }
    }
  }

  missing(): readonly string[] {
    return [...this.used].flatMap(([vocabulary, { codes, found }]) => {
      const without: readonly string[] = CODES_OF_NO_RECORD[vocabulary]?.codes ?? [];
      // What is said to be of no record must be of none.
      const unused = codes.filter((code) => found.has(code) === without.includes(code));
      return unused.length === 0 ? [] : [`${vocabulary}: ${unused.join(', ')}`];
    });
  }
}

/** Those of the categories of which the owner has a record: its own existence, or a value of it. */
async function silentCategoriesOf(seeded: SeededOwner, categories: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const category of categories) {
    for (const { table, discloses, fields } of seeded.graph.catalogue.recordTypes.values()) {
      const values = fields
        .filter((field) => field.discloses.startsWith(`${category}/`))
        .map(({ name }) => `${snakeCase(name)} is not null`);
      const condition = discloses.startsWith(`${category}/`) ? 'true' : values.join(' or ');
      if (condition === '') continue;
      if ((await countOf(seeded, `select count(*) as count from ${table} where ${condition}`)) === 0) continue;
      found.push(category);
      break;
    }
  }
  return found;
}

interface Asking {
  readonly persona: Persona;
  readonly purpose: Purpose;
}

/** Nobody is seeded with a grant across borders (test/lookups/ has them given), and adequacy is about the day. */
const NOT_SEEDED: ReadonlySet<string> = new Set(GRANT_PREDICATES.map(({ name }) => name));
/** Where few people are as the predicate says, in life as here: the cohort has few minors. */
const LEAST_OF: Readonly<Record<string, number>> = { 'knowsley-iom adult': 10 };

/** Evaluates each predicate for whoever asks it by a clause, until one finds enough people each way. */
async function tooRare(seeded: SeededOwner, protocols: ProtocolSet, now: Date): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const predicate of seeded.owner.predicates) {
    if (NOT_SEEDED.has(predicate.name)) continue;
    const least = LEAST_OF[`${seeded.owner.name} ${predicate.name}`] ?? LEAST_EACH_WAY;
    const byClauses = askersOf(protocols, predicate.name);
    // One that no clause asks yet is asked as by anybody: it must not depend on who asks.
    const asked = byClauses.length > 0 ? byClauses : [askedByAnybody(predicate.name)];
    let best = { holds: 0, fails: 0, by: 'nobody asks it' };
    for (const { asking, given } of asked) {
      const found = await peopleOf(seeded, predicate, given, asking, protocols, now);
      const by = `${asking.persona.persona} for ${asking.purpose} ${JSON.stringify(given.arguments)}`;
      if (Math.min(found.holds, found.fails) >= Math.min(best.holds, best.fails)) best = { ...found, by };
      if (Math.min(best.holds, best.fails) >= least) break;
    }
    if (Math.min(best.holds, best.fails) < least) {
      missing.push(
        `${seeded.owner.name} ${predicate.name}: holds for ${String(best.holds)}, fails for ${String(best.fails)} (${best.by})`,
      );
    }
  }
  return missing;
}

function askedByAnybody(name: string): { asking: Asking; given: Predicate } {
  const [persona] = PERSONAS;
  if (persona === undefined) throw new Error('There are no personas.');
  return { asking: { persona, purpose: 'OWN_CASE_WORK' }, given: { name, arguments: {} } };
}

function askersOf(protocols: ProtocolSet, name: string): readonly { asking: Asking; given: Predicate }[] {
  const found = new Map<string, { asking: Asking; given: Predicate }>();
  for (const { clauses, purposes } of protocols.protocols) {
    for (const clause of clauses) {
      for (const given of clause.when.filter((predicate) => predicate.name === name)) {
        for (const { organisation, role } of clause.recipients) {
          for (const persona of peopleOfRole(organisation, role))
            for (const purpose of clause.purposes.length > 0 ? clause.purposes : purposes) {
              const key = `${persona.persona} ${purpose} ${JSON.stringify(given.arguments)}`;
              found.set(key, { asking: { persona, purpose }, given });
            }
        }
      }
    }
  }
  return [...found.values()];
}

/** The personas of a role; a recipient without one is asked as by a person of that role. */
function peopleOfRole(organisation: OrganisationId, role: string): readonly Persona[] {
  const personas = PERSONAS.filter((persona) => persona.organisation === organisation && persona.role === role);
  return personas.length > 0 ? personas : [{ persona: `${organisation}.${role}`, organisation, role }];
}

/** How many people have something (themselves, a case, a record) of which a predicate holds for this asker, or fails. */
async function peopleOf(
  seeded: SeededOwner,
  predicate: OwnerPredicate,
  given: Predicate,
  asking: Asking,
  protocols: ProtocolSet,
  now: Date,
): Promise<{ readonly holds: number; readonly fails: number }> {
  const values = predicate.arguments.map((name) => given.arguments[name] ?? null);
  const call = `select id from ${predicate.functionName}(${values.map((_, place) => `$${String(place + 1)}`).join(', ')}) held(id)`;
  const tables = predicate.about.includes('subject')
    ? ['select id as subject, id from subject']
    : predicate.about.includes('record')
      ? [...seeded.graph.catalogue.recordTypes.values()]
          .filter(({ name }) => predicate.recordTypes?.includes(name) === true)
          .map(
            ({ table, anchors }) => `select ${snakeCase(anchors.subject ?? 'id')} as subject, id from public.${table}`,
          )
      : predicate.about.map((anchor) => `select subject_id as subject, id from ${seeded.owner.anchors[anchor] ?? ''}`);
  return withRequest(seeded, asking, protocols, now, async (requestStore) => {
    const [row] = await requestStore.query<{ holds: number; fails: number }>(
      `select count(distinct subject) filter (where held) as holds, count(distinct subject) filter (where not held) as fails
       from (select subject, id in (${call}) as held from (${tables.join(' union all ')}) concerned) found`,
      values,
    );
    return { holds: row?.holds ?? 0, fails: row?.fails ?? 0 };
  });
}

async function withRequest<Result>(
  seeded: SeededOwner,
  asking: Asking,
  protocols: ProtocolSet,
  now: Date,
  work: (requestStore: RequestStore) => Promise<Result>,
): Promise<Result> {
  const today = calendarDate(now, OWNERS[seeded.owner.name].timeZone);
  const requestStore = truthFor(seeded, requesterOf(asking), protocols, now, today);
  try {
    return await work(requestStore);
  } finally {
    await requestStore.close();
  }
}

/** What each persona sees, over all its purposes and all owners. */
class PersonaCensus {
  private readonly seesAList = new Set<Asker>();
  private readonly seesSomebody = new Set<Asker>();
  private readonly mayseeSomebody = new Set<Asker>();
  private readonly missesSomebody = new Set<Asker>();

  async read(seeded: SeededOwner, protocols: ProtocolSet, now: Date): Promise<void> {
    const rows = await seeded.store.maintenance.query<{ id: string }[]>('select id from subject order by md5(id)');
    const sample = isOwnerOfPeople(seeded.owner.name) ? rows.slice(0, SAMPLE).map(({ id }) => id) : [];
    for (const persona of PERSONAS) {
      const seen = new Set<string>();
      for (const purpose of purposesOf(protocols, persona.organisation, persona.role, now)) {
        await withRequest(seeded, { persona, purpose }, protocols, now, async (requestStore) => {
          const shown = await subjectsShown(seeded, protocols, { persona, purpose }, now, requestStore, sample);
          for (const subject of shown.ofSample) seen.add(subject);
          if (shown.anyRecord) this.seesAList.add(persona.persona);
          if (shown.anySubject) this.seesSomebody.add(persona.persona);
          if (shown.maySeeSubjects) this.mayseeSomebody.add(persona.persona);
        });
      }
      if (sample.some((id) => !seen.has(id))) this.missesSomebody.add(persona.persona);
    }
  }

  missing(): readonly string[] {
    return PERSONAS.flatMap(({ persona, organisation, role }) => [
      // The people whom records concern read no list until their own rights are built.
      ...(this.seesAList.has(persona) || isSubjectRole({ organisation, role }) ? [] : [`${persona}: no list to read`]),
      // Who may read figures alone is shown nobody.
      ...(this.mayseeSomebody.has(persona) && !this.seesSomebody.has(persona) ? [`${persona}: sees nobody`] : []),
      ...(this.missesSomebody.has(persona) ? [] : [`${persona}: nobody is hidden`]),
    ]);
  }
}

/** Everything that is missing, in words that name it. */
export function whatIsMissing(survey: Survey): readonly string[] {
  return [
    ...survey.codesOfNobody.map((codes) => `codes of no record: ${codes}`),
    ...survey.predicatesTooRare.map((predicate) => `a predicate too rare: ${predicate}`),
    ...survey.personasWithout.map((persona) => `a persona without people: ${persona}`),
    ...survey.silentCategoriesAbsent.map((category) => `a silent category of which there is nothing: ${category}`),
  ];
}
