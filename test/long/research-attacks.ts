import { DIMENSIONS } from '../../disclosure-control/lattice';
import { asClosedUntil, closedUntil, quarterOf } from '../../subgraphs/common/research/quarters';
import { launchHub, runHubCommand } from '../hub/launch-hub';
import { SERVER } from '../hub/test-databases';
import { CEILING, EXACT_RATES, GUESSING_ATTACKS, SMALL_TOTALS, STRENGTH } from '../research/attacks/all-attacks';
import {
  asOwnersHave,
  type AttackedPeople,
  coinsOfDistinct,
  readAttackedPeople,
} from '../research/attacks/attacked-people';
import { allGroupings, type Grouping, isOwn } from '../research/attacks/groups';
import { type HubProject, HubRefused, openHubProject } from '../research/attacks/hub-oracle';
import { type Oracle, roomOracle, unprotectedOracle } from '../research/attacks/oracle';
import { guessAdded } from '../research/attacks/person-added';
import { reconstruct, tablesWorthMost } from '../research/attacks/reconstruction';
import { round, scoreOf } from '../research/attacks/score';
import type { Guesses } from '../research/attacks/solve-coins';
import { addShown, certainOutcomes, digitsOfRates, type Shown, smallCells } from '../research/attacks/what-is-shown';
import { writeResult } from './result-file';

const PEOPLE = '2000';
const NOISE_KEYS = 10;
/** Each canary is added to a world of its own, which takes its time. */
const KEYS_FOR_ADDED = 2;
const ADDED = 1_000;
const PROJECTS = 3;
const TABLES = 25;
const CAP = 60;
/** Of a hub few tables are left to ask for. */
const TOTALS_AT_HUB = 3;
const CLOSED = asClosedUntil(closedUntil(quarterOf(new Date().toISOString().slice(0, 10))));
const ADDED_NAME = 'person added between two questions';

interface Round {
  readonly guesses: Guesses;
  readonly coins: ReadonlyMap<string, boolean>;
}

/** Rounds by attack and by who was asked. */
type Rounds = Map<string, { unprotected: Round[]; hub: Round[]; inProcess: Round[] }>;
interface ShownBy {
  smallOwnCells: Shown;
  smallTotals: Shown;
  certainOutcomes: Shown;
  exactRates: Shown;
}

/**
 * All attacks on two populations, each with a hub and with many noise keys in process, and three projects that collude.
 * Returns whether every ceiling holds.
 */
export async function runResearchAttacks(seed: string): Promise<boolean> {
  const started = Date.now();
  const rounds: Rounds = new Map();
  const populations = [];
  const shown: Record<'unprotected' | 'hub' | 'inProcess', ShownBy[]> = { unprotected: [], hub: [], inProcess: [] };
  for (const each of [seed, String(Number(seed) + 1)]) populations.push(await attackPopulation(each, rounds, shown));
  const attacks = [...rounds].map(([name, by]) => {
    const unprotected = scoreOf(by.unprotected);
    const inProcess = scoreOf(by.inProcess);
    const hub = by.hub.length > 0 ? scoreOf(by.hub) : null;
    const isStrong = unprotected.balancedAccuracy >= STRENGTH;
    const met = inProcess.balancedAccuracy <= CEILING && (hub === null || hub.low <= CEILING);
    console.log(`${name}: ${JSON.stringify({ isStrong, met, unprotected, hub, inProcess })}`);
    return { name, ceiling: CEILING, isStrong, met, unprotected, hub, inProcess };
  });
  const sums = Object.fromEntries(Object.entries(shown).map(([by, all]) => [by, sharesOf(all)]));
  const limits = { smallOwnCells: 0, smallTotals: SMALL_TOTALS, certainOutcomes: 0, exactRates: EXACT_RATES };
  const shownMet = Object.entries(limits).map(([name, limit]) => {
    const shares = (by: string): number => sums[by]?.[name as keyof ShownBy].share ?? 1;
    return { name, limit, met: shares('inProcess') <= limit && shares('unprotected') >= STRENGTH };
  });
  const ledgersHold = populations.every((each) => each.ledgersHold);
  const met =
    ledgersHold && [...attacks, ...shownMet].every((each) => each.met) && attacks.every((each) => each.isStrong);
  const file = writeResult('research-attacks', {
    seed,
    seconds: Math.round((Date.now() - started) / 1000),
    noiseKeysInProcess: NOISE_KEYS,
    met,
    attacks,
    shown: { ...sums, goals: shownMet },
    populations,
  });
  console.log(`Written to ${file}`);
  return met;
}

async function attackPopulation(
  seed: string,
  rounds: Rounds,
  shown: Record<'unprotected' | 'hub' | 'inProcess', ShownBy[]>,
) {
  const launched = await launchHub({ CONCORDAT_SEED: seed, CONCORDAT_PEOPLE: PEOPLE }, undefined, SERVER);
  try {
    const attacked = readAttackedPeople(await runHubCommand(launched.address, 'development/truth', '--research'));
    const { known } = attacked;
    const coins = coinsOfDistinct(attacked);
    console.log(`population ${seed}: ${String(known.length)} people, ${String(attacked.coins.size)} canaries`);
    const people = asOwnersHave(attacked);
    const bare = unprotectedOracle(people);
    const rooms = Array.from({ length: NOISE_KEYS }, (_, key) => roomOracle(people, CLOSED, `${seed} ${String(key)}`));
    const projectOf = (name: string): Promise<HubProject> =>
      openHubProject(launched.address, name, Object.keys(DIMENSIONS));
    let ledgersHold = true;
    const isTold = async (project: HubProject): Promise<boolean> =>
      Object.values(await project.ledger()).every(
        (tables) => JSON.stringify(tables) === JSON.stringify([...project.told].sort()),
      );
    for (const { name, guess } of GUESSING_ATTACKS) {
      const by = roundsOf(rounds, name);
      by.unprotected.push({ guesses: await guess(known, bare), coins });
      const project = await projectOf(name);
      by.hub.push({ guesses: await guess(known, project), coins });
      ledgersHold &&= await isTold(project);
      for (const room of rooms) by.inProcess.push({ guesses: await guess(known, room), coins });
      console.log(`  ${name}`);
    }
    await addPeople(seed, attacked, roundsOf(rounds, ADDED_NAME));
    const plan = tablesWorthMost(known, rooms[0] ?? bare, CAP);
    const own = plan.slice(0, TABLES);
    const totals = allGroupings().filter((grouping) => !isOwn(grouping));
    shown.unprotected.push(await showBy(attacked, bare, own, totals));
    for (const room of rooms) shown.inProcess.push(await showBy(attacked, room, own, totals));
    const hub = await projectOf('what is shown');
    shown.hub.push(await showBy(attacked, hub, own.slice(0, TABLES - TOTALS_AT_HUB), totals.slice(-TOTALS_AT_HUB)));
    ledgersHold &&= await isTold(hub);
    const colluding = await collude(attacked, plan, rooms, projectOf);
    return {
      seed,
      people: known.length,
      canaries: attacked.coins.size,
      distinctCanaries: coins.size,
      ledgersHold,
      colluding,
    };
  } finally {
    await launched.stop();
  }
}

function roundsOf(rounds: Rounds, name: string) {
  const known = rounds.get(name) ?? { unprotected: [], hub: [], inProcess: [] };
  rounds.set(name, known);
  return known;
}

/** In process alone: a hub takes one snapshot a quarter, and a whole cohort comes with it. */
async function addPeople(seed: string, attacked: AttackedPeople, by: { unprotected: Round[]; inProcess: Round[] }) {
  const coins = coinsOfDistinct(attacked);
  by.unprotected.push({ guesses: await guessAdded(attacked, unprotectedOracle, ADDED), coins });
  for (let key = 0; key < KEYS_FOR_ADDED; key += 1) {
    const guesses = await guessAdded(attacked, (those) => roomOracle(those, CLOSED, `${seed} ${String(key)}`), ADDED);
    by.inProcess.push({ guesses, coins });
  }
}

async function showBy(
  attacked: AttackedPeople,
  oracle: Oracle,
  own: readonly Grouping[],
  totals: readonly Grouping[],
): Promise<ShownBy> {
  const people = asOwnersHave(attacked);
  return {
    smallOwnCells: await smallCells(people, CLOSED, oracle, own),
    smallTotals: await smallCells(people, CLOSED, oracle, totals),
    certainOutcomes: await certainOutcomes(people, oracle, [...own, ...totals]),
    exactRates: await digitsOfRates(people, oracle, [...own, ...totals]),
  };
}

function sharesOf(all: readonly ShownBy[]) {
  const nothing = { all: 0, shown: 0 };
  const sum = (name: keyof ShownBy) => {
    const found = all.reduce((before, each) => addShown(before, each[name]), nothing);
    return { ...found, share: round((10 * found.shown) / Math.max(1, found.all)) / 10 };
  };
  return {
    smallOwnCells: sum('smallOwnCells'),
    smallTotals: sum('smallTotals'),
    certainOutcomes: sum('certainOutcomes'),
    exactRates: sum('exactRates'),
  };
}

/** Three projects that put their tables together: at the hub as far as the cap lets them, and in process all 60. */
async function collude(
  attacked: AttackedPeople,
  plan: readonly Grouping[],
  rooms: readonly Oracle[],
  projectOf: (name: string) => Promise<HubProject>,
) {
  const { known } = attacked;
  const coins = coinsOfDistinct(attacked);
  const told = new Map<string, Awaited<ReturnType<Oracle['ask']>>>();
  const refused = new Map<string, number>();
  let variance = { own: 0, total: 0 };
  for (let number = 0; number < PROJECTS; number += 1) {
    const project = await projectOf(`colluding ${String(number)}`);
    ({ variance } = project);
    for (const grouping of plan.slice(number * TABLES, (number + 1) * TABLES)) {
      const asked = { groupBy: [...grouping, 'REOFFENDED_12M' as const], scope: 'ALL' as const };
      try {
        told.set(grouping.join('+'), await project.ask(asked));
      } catch (error) {
        if (!(error instanceof HubRefused)) throw error;
        refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
      }
    }
  }
  const given = plan.filter((grouping) => told.has(grouping.join('+')));
  const together: Oracle = {
    variance,
    ask: ({ groupBy }) => Promise.resolve(told.get(groupBy.slice(0, -1).join('+')) ?? []),
  };
  const inProcess = [];
  for (const room of rooms) inProcess.push({ guesses: await reconstruct(known, room, plan), coins });
  return {
    projects: PROJECTS,
    tablesGivenAtTheHub: given.length,
    refusedAtTheHub: Object.fromEntries(refused),
    hub: scoreOf([{ guesses: await reconstruct(known, together, given), coins }]),
    tablesInProcess: plan.length,
    inProcess: scoreOf(inProcess),
  };
}
