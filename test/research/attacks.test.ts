// Attacks by somebody who knows everything of everybody but how the coins of canaries fell, against a hub with people
// enough: each first shows without any protection that it would succeed. `npm run test:long -- research-attacks` asks more.
import { DIMENSIONS } from '../../disclosure-control/lattice';
import { asClosedUntil, closedUntil, quarterOf } from '../../subgraphs/common/research/quarters';
import { type LaunchedHub, launchHub, runHubCommand } from '../hub/launch-hub';
import { CEILING, EXACT_RATES, GUESSING_ATTACKS, SMALL_TOTALS, STRENGTH } from './attacks/all-attacks';
import {
  asOwnersHave,
  type AttackedPeople,
  type Categories,
  coinsOfDistinct,
  readAttackedPeople,
} from './attacks/attacked-people';
import { type HubProject, openHubProject } from './attacks/hub-oracle';
import { roomOracle, unprotectedOracle } from './attacks/oracle';
import { guessAdded } from './attacks/person-added';
import { reconstruction, tablesWorthMost } from './attacks/reconstruction';
import { scoreOf } from './attacks/score';
import { certainOutcomes, digitsOfRates, type Shown, smallCells } from './attacks/what-is-shown';

const NOISE_KEYS = 8;
/** About a hundred canaries are too few to hold the ceiling itself against chance; with half the noise they come to 67 %. */
const MOST_OF_SO_FEW = 0.65;
const CLOSED = asClosedUntil(closedUntil(quarterOf(new Date().toISOString().slice(0, 10))));
const shareOf = ({ all, shown }: Shown): number => shown / all;

let launched: LaunchedHub;
let attacked: AttackedPeople;
let people: readonly Categories[];
let coins: ReadonlyMap<string, boolean>;
const projectOf = (name: string): Promise<HubProject> =>
  openHubProject(launched.address, name, Object.keys(DIMENSIONS));

beforeAll(async () => {
  launched = await launchHub({ CONCORDAT_PEOPLE: '2000' });
  attacked = readAttackedPeople(await runHubCommand(launched.address, 'development/truth', '--research'));
  people = asOwnersHave(attacked);
  coins = coinsOfDistinct(attacked);
}, 480_000);
afterAll(() => launched.stop(), 60_000);

it('has people enough to attack', () => {
  expect(people.length).toBeGreaterThan(1_000);
  expect(coins.size).toBeGreaterThan(60);
});

describe.each(GUESSING_ATTACKS)('$name', ({ name, guess }) => {
  it('guesses coins where nothing is protected', async () => {
    const guesses = await guess(attacked.known, unprotectedOracle(people));
    expect(scoreOf([{ guesses, coins }]).balancedAccuracy).toBeGreaterThanOrEqual(STRENGTH);
  }, 60_000);

  it('guesses little better than chance at the hub, which gives what its ledger says', async () => {
    const project = await projectOf(name);
    const score = scoreOf([{ guesses: await guess(attacked.known, project), coins }]);
    // Of so few canaries chance alone may show more: the lower end of the interval must not be above.
    expect(score.low).toBeLessThanOrEqual(CEILING);
    const given = [...project.told].sort();
    expect(given.length).toBeGreaterThan(0);
    expect(await project.ledger()).toEqual({ UK: given, NL: given, IT: given });
  }, 240_000);
});

it('a whole ledger tells of coins no more than it did when its noise was chosen, by many noise keys', async () => {
  const rounds = [];
  for (let key = 0; key < NOISE_KEYS; key += 1) {
    const oracle = roomOracle(people, CLOSED, `whole ledger ${String(key)}`);
    rounds.push({ guesses: await reconstruction.guess(attacked.known, oracle), coins });
  }
  expect(scoreOf(rounds).balancedAccuracy).toBeLessThanOrEqual(MOST_OF_SO_FEW);
}, 120_000);

it('who is added between two snapshots is not guessed from the difference', async () => {
  const most = 40;
  const some = new Map([...attacked.coins].slice(0, most));
  const scoreBy = async (oracleOf: Parameters<typeof guessAdded>[1]) =>
    scoreOf([{ guesses: await guessAdded(attacked, oracleOf, most), coins: some }]);
  expect((await scoreBy(unprotectedOracle)).balancedAccuracy).toBeGreaterThanOrEqual(STRENGTH);
  expect((await scoreBy((those) => roomOracle(those, CLOSED, 'added'))).low).toBeLessThanOrEqual(CEILING);
}, 120_000);

describe('of a table at the hub', () => {
  const own = () => tablesWorthMost(attacked.known, roomOracle(people, CLOSED, 'plan'), 25);
  const totals = [
    ['AGE_BAND', 'OFFENCE_GROUP', 'PATHWAY'],
    ['OFFENCE_GROUP', 'RISK_BAND', 'PROGRAMME_SETTING'],
    ['HOUSING_OUTCOME', 'OFFENCE_GROUP', 'PATHWAY'],
  ] as const;
  let hub: HubProject;
  beforeAll(async () => {
    hub = await projectOf('what is shown');
  }, 60_000);

  it('no own cell of fewer than three people is shown', async () => {
    const tables = own().slice(0, 10);
    const bare = await smallCells(people, CLOSED, unprotectedOracle(people), tables);
    expect(bare.all).toBeGreaterThan(100);
    expect(shareOf(bare)).toBe(1);
    expect((await smallCells(people, CLOSED, hub, tables)).shown).toBe(0);
  }, 120_000);

  it('hardly a total of fewer than three people is shown', async () => {
    const bare = await smallCells(people, CLOSED, unprotectedOracle(people), totals);
    expect(bare.all).toBeGreaterThan(500);
    expect(shareOf(bare)).toBe(1);
    // Fewer than 0.6 % of them: chance alone shows up to this many of as many.
    const { all, shown } = await smallCells(people, CLOSED, hub, totals);
    expect(shown).toBeLessThanOrEqual(SMALL_TOTALS * all + 3 * Math.sqrt(SMALL_TOTALS * all));
  }, 120_000);

  it('nobody is shown in a group of certain outcome', async () => {
    const tables = [...own().slice(0, 10), ...totals];
    const bare = await certainOutcomes(people, unprotectedOracle(people), tables);
    expect(bare.all).toBeGreaterThan(50);
    expect(shareOf(bare)).toBe(1);
    expect((await certainOutcomes(people, hub, tables)).shown).toBe(0);
  }, 120_000);

  it('a rate gives its numbers away as rarely as chance does', async () => {
    const tables = own().slice(0, 10);
    const exact = await digitsOfRates(people, unprotectedOracle(people), tables);
    expect(shareOf(exact)).toBe(1);
    const { all, shown } = await digitsOfRates(people, hub, tables);
    expect(all).toBeGreaterThan(30);
    expect(shown).toBeLessThanOrEqual(EXACT_RATES * all + 3 * Math.sqrt(EXACT_RATES * all));
  }, 120_000);
});
