import type { OwnerName } from '../../../schema/owners';
import { OWNERS } from '../../../schema/owners';
import type { Identity } from '../../../matching/identity';
import { familyNameIn } from '../../../matching/identity';

/** Who an owner has on record, and who of them may be found from abroad, by whom. */
export interface LookupRegister {
  /**
   * A select of everybody in the register, with the columns of {@link REGISTER_COLUMNS}. It may speak of `p_now` (an
   * instant) and `p_today` (the owner's calendar date). Whoever it does not bring is never indexed and never compared.
   */
  readonly people: string;
}

/** What the select of a register brings of each person, and what it means. */
const REGISTER_COLUMNS = {
  subject_id: 'text',
  given_name: 'text',
  /** As recorded, the given name in it or not. */
  full_name: 'text',
  aliases: 'text[]',
  birth_date: 'text',
  birth_place: 'text',
  /** Whether the person may be found from abroad at all. */
  indexed: 'boolean',
  /** Organisations that may find the person, in order; null: all that an agreement lets ask. */
  audience: 'text[]',
  /** When, by time alone, less may be found than now: a consent ends. */
  until: 'timestamptz',
  /** Whose record it is: people are compared with each other within one holder only. */
  held_by: 'text',
} as const;

/** A row of the register. */
export interface RegisteredPerson {
  readonly subject_id: string;
  readonly given_name: string | null;
  readonly full_name: string | null;
  readonly aliases: readonly string[] | null;
  readonly birth_date: string | null;
  readonly birth_place: string | null;
  readonly indexed: boolean;
  readonly audience: readonly string[] | null;
  readonly until: Date | string | null;
  readonly held_by: string;
}

/** What a lookup compares of a person in the register. */
export function identityOf(person: Omit<RegisteredPerson, 'indexed'>): Identity {
  return {
    givenName: person.given_name,
    familyName: person.full_name === null ? null : familyNameIn(person.full_name, person.given_name),
    aliases: person.aliases ?? [],
    birthDate: person.birth_date,
    birthPlace: person.birth_place,
  };
}

/**
 * The register as a function of the owner's database, of these people or (null) of all, at a moment. It is part of the
 * code, made anew at every start like the predicates; the triggers of lookup-tables.ts ask it, too.
 */
export function registerFunction(owner: OwnerName, { people }: LookupRegister): string {
  const columns = Object.entries(REGISTER_COLUMNS);
  return `
    drop function if exists lookup_register(text[], timestamptz);
    create function lookup_register(p_ids text[], p_now timestamptz)
    returns table (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})
    language plpgsql stable set plan_cache_mode = force_custom_plan as $register$
      #variable_conflict use_column
      declare p_today date := (p_now at time zone '${OWNERS[owner].timeZone}')::date;
      begin
        return query select ${columns.map(([name, type]) => `person.${name}::${type}`).join(', ')}
          from (${people}) person where p_ids is null or person.subject_id = any (p_ids);
      end $register$`;
}

/** Nobody is looked up before this age; without a birth date nobody is taken for an adult. SQL, of a column of dates. */
export const isAdult = (birthDate: string): string => `coalesce(${birthDate} <= p_today - interval '18 years', false)`;
