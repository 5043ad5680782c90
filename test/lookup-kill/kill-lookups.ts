// Kills processes of a hub at named steps of lookups, and holds what is then kept at the exchange against what is kept at
// the owners: no step is lost, nothing is granted that nobody approved, and nobody is in the index whose consent ended.
import { SERVER } from '../hub/test-databases';
import { runProgram } from '../hub/run-program';
import type { TruthLine } from '../hub/truth-file';
import { HubClient, type ReceivedAnswer } from '../ledger-kill/hub-client';
import type { KilledStore } from '../ledger-kill/kill-owners';
import { type HubProcess, type SeparateHub, startSeparateHub } from '../ledger-kill/separate-hub';
import { readLine } from '../../ledger/ledger-lines';
import { PURPOSE } from '../lookups/steps';
import { type Cast, castOf, type Direction } from './cast';
import { type KillingProxies, type KillMoment, startKillingProxies } from './killing-proxies';
import type { KeptAtExchange, KeptAtOwner } from './print-kept';

/** Who dies: by its part in the lookup. */
type Victim = 'asked' | 'askers' | 'exchange' | 'gateway';
/** Where in a step: a call to the exchange or to one of the two owners, which has not come or was answered. */
type Moment = readonly [victim: Victim, when: KillMoment['when'], at: 'exchange' | 'asked' | 'askers', path: string];

/** The steps of one lookup, and who dies in each. */
interface KilledJourney {
  readonly ask: Moment;
  readonly release: Moment;
  readonly decide: Moment;
  readonly request: Moment;
  readonly approve: Moment;
  readonly end: Moment;
}

const GRAPH = '/graphql';
/** By which an owner's ledger has that access was granted. */
const GRANTED = 'Mutation.decideAccess';
const OWNERS_PART = {
  evaluate: '/lookup/owner/evaluate',
  review: '/lookup/owner/reviews',
  decide: '/lookup/owner/decide-identity',
  grant: '/lookup/owner/grants',
  end: '/lookup/owner/end-grant',
} as const;
const ASKERS_PART = { received: '/lookup/asker/grants', ended: '/lookup/asker/end-grant' } as const;

/** In the order of the cast's directions. */
export const KILLED_JOURNEYS: readonly KilledJourney[] = [
  {
    ask: ['asked', 'before', 'asked', OWNERS_PART.evaluate],
    release: ['exchange', 'after', 'asked', OWNERS_PART.review],
    decide: ['asked', 'before', 'asked', OWNERS_PART.decide],
    request: ['gateway', 'after', 'exchange', GRAPH],
    approve: ['exchange', 'after', 'asked', OWNERS_PART.grant],
    end: ['asked', 'before', 'asked', OWNERS_PART.end],
  },
  {
    ask: ['exchange', 'before', 'exchange', '/lookup/match'],
    release: ['asked', 'before', 'asked', OWNERS_PART.review],
    decide: ['exchange', 'after', 'asked', OWNERS_PART.decide],
    request: ['exchange', 'after', 'exchange', GRAPH],
    approve: ['asked', 'before', 'asked', OWNERS_PART.grant],
    end: ['exchange', 'after', 'asked', OWNERS_PART.end],
  },
  {
    ask: ['askers', 'before', 'exchange', '/lookup/hits'],
    release: ['gateway', 'after', 'exchange', GRAPH],
    decide: ['gateway', 'after', 'exchange', GRAPH],
    request: ['exchange', 'before', 'exchange', GRAPH],
    approve: ['askers', 'before', 'askers', ASKERS_PART.received],
    end: ['gateway', 'after', 'exchange', GRAPH],
  },
  {
    ask: ['exchange', 'after', 'exchange', '/lookup/hits'],
    release: ['asked', 'after', 'asked', OWNERS_PART.review],
    decide: ['asked', 'after', 'asked', OWNERS_PART.decide],
    request: ['gateway', 'before', 'exchange', GRAPH],
    approve: ['asked', 'after', 'asked', OWNERS_PART.grant],
    end: ['askers', 'before', 'askers', ASKERS_PART.ended],
  },
  {
    ask: ['gateway', 'after', 'asked', OWNERS_PART.evaluate],
    release: ['exchange', 'after', 'exchange', GRAPH],
    decide: ['exchange', 'after', 'exchange', GRAPH],
    request: ['askers', 'before', 'exchange', GRAPH],
    approve: ['exchange', 'after', 'exchange', GRAPH],
    end: ['exchange', 'after', 'exchange', GRAPH],
  },
];

export interface LookupKillResult {
  readonly kills: Readonly<Record<Victim, number>>;
  /** Lookups that came to their end. */
  readonly ended: number;
  readonly grants: number;
  /** What must not be, in words. */
  readonly faults: readonly string[];
}

/** Kills at the steps of these journeys, and when a consent is withdrawn. */
export async function killLookups(
  store: KilledStore,
  journeys: readonly number[],
  truth: readonly TruthLine[],
  say: (text: string) => void = () => undefined,
): Promise<LookupKillResult> {
  let proxies: KillingProxies | undefined;
  const hub = await startSeparateHub(store === 'postgres' ? SERVER : undefined, async (ports) => {
    proxies = await startKillingProxies(ports);
    return proxies.urls;
  });
  try {
    if (proxies === undefined) throw new Error('No proxies stand before the owners.');
    const run = new KilledLookups(hub, proxies, store, castOf(truth), say);
    await run.untilIndexed();
    for (const journey of journeys) await run.journey(journey);
    await run.withdrawal();
    await run.compare();
    return run.result();
  } finally {
    await hub.stop();
    await proxies?.close();
  }
}

const PATIENCE_MS = 60_000;

class KilledLookups {
  private readonly kills: Record<Victim, number> = { asked: 0, askers: 0, exchange: 0, gateway: 0 };
  private readonly faults: string[] = [];
  private readonly clients = new Map<string, HubClient>();
  private ended = 0;
  private grants = 0;

  constructor(
    private readonly hub: SeparateHub,
    private readonly proxies: KillingProxies,
    private readonly store: KilledStore,
    private readonly cast: Cast,
    private readonly say: (text: string) => void,
  ) {}

  result(): LookupKillResult {
    const { kills, ended, grants, faults } = this;
    return { kills, ended, grants, faults };
  }

  /** Everybody was told to the exchange, by every owner. */
  async untilIndexed(): Promise<void> {
    const told = (): number =>
      new Set(
        this.proxies.delivered.flatMap(({ path, body }) =>
          path === '/lookup/tags' && body.includes('"tag"') ? [/"evaluating":"(\w+)"/.exec(body)?.[1]] : [],
        ),
      ).size;
    await until('every owner has told its people', async () => {
      const before = this.proxies.delivered.length;
      await pause(1_500);
      return told() === 3 && !this.proxies.delivered.slice(before).some(({ body }) => body.includes('"tag"'));
    });
  }

  /** One lookup from the question to its end. */
  async journey(number: number): Promise<void> {
    const direction = this.cast.directions[number];
    const killed = KILLED_JOURNEYS[number];
    if (direction === undefined || killed === undefined) throw new Error(`There is no journey ${String(number)}.`);
    const { asker, mutation, target, field, sought, decider, soughtId, caseReference } = direction;
    const own = { caseReference };

    const hit = await this.killedAt(direction, killed.ask, 'ask', async () => {
      const { data, codes } = await this.ask(
        asker,
        `mutation ($input: LookUpPersonInput!) { ${mutation}(input: $input) { ${field} { handle release } } }`,
        { input: { targets: [target], person: sought } },
        own,
      );
      const found = (data as Record<string, Record<string, { handle: string; release: string } | null>> | null)?.[
        mutation
      ]?.[field];
      if (found === null || found === undefined) throw new NotDone(`no hit (${codes.join()})`);
      return found;
    });

    const before = new Set((await this.lookups(asker)).map(({ id, state }) => `${id} ${state}`));
    const lookup = await this.killedAt(
      direction,
      killed.release,
      'release',
      async () => {
        const { codes } = await this.step(asker, 'confirmIdentity', { target, ...hit }, own);
        // Released, and the answer got lost: a handle is good once, and its lookup is among those of who asked.
        const released = (await this.lookups(asker)).find(
          (each) => each.state === 'RELEASED' && !before.has(`${each.id} RELEASED`),
        );
        if (released === undefined) throw new NotDone(`not released (${codes.join()})`);
        return released.id;
      },
      () => this.stillIs(asker, undefined, undefined, before),
    );

    await this.killedAt(
      direction,
      killed.decide,
      'decide',
      async () => {
        const { data, codes } = await this.step(decider, 'decideIdentity', {
          lookup,
          decision: 'CONFIRM',
          candidate: soughtId,
        });
        if (stateIn(data) !== 'CONFIRMED') throw new NotDone(`not confirmed (${codes.join()})`);
      },
      () => this.stillIs(asker, lookup, 'RELEASED'),
    );

    const request = await this.killedAt(direction, killed.request, 'request', () =>
      this.request(direction, lookup, ['IDENTITY', 'CASE_PLAN']),
    );
    const requests = (await this.lookups(asker)).find(({ id }) => id === lookup)?.requests ?? [];
    if (requests.length !== 1)
      this.faults.push(`journey ${String(number)}: ${String(requests.length)} requests of one`);

    await this.killedAt(
      direction,
      killed.approve,
      'approve',
      () => this.approve(direction, request, ['IDENTITY']),
      () => this.requestStillIs(asker, request, 'REQUESTED'),
    );
    await this.untilShown(direction, true);

    // Approved and granted, but not noted; then the same person thinks better of it.
    const second = await this.request(direction, lookup, ['CASE_PLAN']);
    await this.killedAt(
      direction,
      ['exchange', 'after', 'asked', OWNERS_PART.grant],
      'approve and then decline',
      (again) => this.approve(direction, second, again ? [] : ['CASE_PLAN']),
    );

    await this.killedAt(
      direction,
      killed.end,
      'end',
      async () => {
        const { data, codes } = await this.step(asker, 'closeRequest', { request, outcome: 'NO_ACTION_NEEDED' }, own);
        if (stateIn(data) !== 'CLOSED') throw new NotDone(`not closed (${codes.join()})`);
      },
      () => this.requestStillIs(asker, request, 'APPROVED_IN_PART'),
    );
    await this.untilShown(direction, false);
    this.ended += 1;
  }

  /** A consent ends, and its owner and the exchange die while the exchange is told. */
  async withdrawal(): Promise<void> {
    const { withdraws } = this.cast;
    const removal = { at: 'exchange', path: '/lookup/tags', holds: '"removed":true' } as const;
    // The embedded engine lives in its owner's process alone.
    if (this.store === 'embedded') await this.hub.kill('eri');
    const firstDeath = this.proxies.arm({ ...removal, when: 'before' }, () => this.hub.kill('eri'));
    const { output, errors } = await runProgram('test/lookup-kill/withdraw-consent', this.hub.env, [withdraws]);
    if (output !== 'withdrawn') throw new Error(`The consent was not withdrawn: ${errors}`);
    // It may die again before it is ready.
    if (this.store === 'embedded') await this.hub.restart('eri').catch(() => undefined);
    await within('ERI tells of the withdrawal', firstDeath);
    this.counted('askers', 'withdrawal of a consent, its owner before it tells');
    const secondDeath = this.proxies.arm({ ...removal, when: 'after' }, () => this.hub.kill('exchange'));
    await this.hub.restart('eri');
    await within('ERI tells of it again', secondDeath);
    this.counted('exchange', 'withdrawal of a consent, the exchange after it took it');
    const told = this.proxies.delivered.length;
    await this.hub.restart('exchange');
    await until('the exchange confirms it', async () =>
      this.proxies.delivered
        .slice(told)
        .some(({ path, body }) => path === '/lookup/tags' && body.includes('"removed":true')),
    );
    // What is confirmed is taken from the outbox a moment later.
    await pause(1_000);
  }

  /** Everybody dies, and what each keeps is held against what the others keep. */
  async compare(): Promise<void> {
    const onRecord = await this.approvalsOnRecord();
    for (const name of ['gateway', 'exchange', 'knowsley-iom', 'safety-house', 'eri'] as const)
      await this.hub.kill(name);
    const exchange = await this.kept<KeptAtExchange>('exchange');
    const approved = new Map(exchange.requests.map((request) => [request.id, request]));
    const received: KeptAtOwner['received'][number][] = [];
    const granted: KeptAtOwner['grants'][number][] = [];
    for (const owner of ['knowsley-iom', 'safety-house', 'eri'] as const) {
      const { grants, records, waiting, ...kept } = await this.kept<KeptAtOwner>(owner);
      received.push(...kept.received);
      granted.push(...grants);
      this.grants += grants.length;
      if ((onRecord.get(owner) ?? 0) < grants.length) this.faults.push(`${owner} granted what is not on record`);
      for (const { id, categories, approvedBy, ended } of grants) {
        const request = approved.get(id);
        const holds = request?.state === 'APPROVED' || request?.state === 'APPROVED_IN_PART';
        if (request === undefined) this.faults.push(`${owner} granted what nobody requested`);
        else if (!ended && !holds) this.faults.push(`${owner} grants what is ${request.state}`);
        else if (
          request.state !== 'DECLINED' &&
          (request.approvedBy !== approvedBy || request.categories?.join() !== categories.join())
        ) {
          this.faults.push(`${owner} granted something else than was approved`);
        }
      }
      for (const request of exchange.requests.filter(({ state }) => state.startsWith('APPROVED'))) {
        if (grants.some(({ id, ended }) => id === request.id && ended)) this.faults.push('what is APPROVED was ended');
      }
      const here = records.map(({ record }) => record).sort();
      const there = [...(exchange.records[owner] ?? [])].sort();
      if (waiting > 0) this.faults.push(`${owner} did not tell everything`);
      if (here.join() !== there.join()) {
        this.faults.push(
          `the exchange has tags of ${String(there.length)} people of ${owner}, which has ${String(here.length)}`,
        );
      }
      if (records.some(({ subject }) => subject === this.cast.withdraws))
        this.faults.push('who withdrew is in the index');
    }
    this.compareSides(granted, received);
    for (const { state } of exchange.requests.filter((each) => each.state === 'REQUESTED'))
      this.faults.push(`a request is ${state}`);
  }

  /** What was granted stands on both sides, and has ended on both. */
  private compareSides(granted: KeptAtOwner['grants'], received: KeptAtOwner['received']): void {
    for (const { id, categories, ended } of granted) {
      const other = received.find((each) => each.id === id);
      // Granted in the moment before it was declined: the asker's owner never heard of it.
      if (other === undefined && ended) continue;
      if (other === undefined) this.faults.push('the asker’s owner has no word of what is granted');
      else if (other.ended !== ended) this.faults.push('what is granted has ended on one side only');
      else if (other.categories.join() !== categories.join()) this.faults.push('the asker’s owner has another grant');
    }
    if (received.some(({ id }) => !granted.some((each) => each.id === id)))
      this.faults.push('the asker’s owner has what nobody granted');
  }

  private async kept<Kept>(owner: string): Promise<Kept> {
    const { output, errors } = await runProgram('test/lookup-kill/print-kept', this.hub.env, [owner]);
    if (output === '') throw new Error(`What ${owner} keeps cannot be read: ${errors}`);
    return JSON.parse(output) as Kept;
  }

  /** Owner → entries of its ledger by which access was granted. */
  private async approvalsOnRecord(): Promise<ReadonlyMap<string, number>> {
    const { output, errors, exitCode } = await runProgram('ledger/command', this.hub.env, ['export', '--owner', 'all']);
    if (exitCode !== 0) throw new Error(`The ledgers cannot be exported: ${errors}`);
    const granted = new Map<string, number>();
    let owner = '';
    for (const text of output.split('\n').filter((each) => each !== '')) {
      const line = readLine(text);
      if (line === undefined) throw new Error(`This is no line of a ledger: ${text.slice(0, 100)}`);
      if ('format' in line) owner = line.owner;
      else if ('entry' in line && line.entry.subjects.some(({ disclosed }) => disclosed.includes(GRANTED))) {
        granted.set(owner, (granted.get(owner) ?? 0) + 1);
      }
    }
    return granted;
  }

  /**
   * Takes a step in which somebody dies, starts it again and takes the step once more.
   * @param stillIs looks, where an owner died before it took its part, that nobody noted the step
   */
  private async killedAt<Done>(
    direction: Direction,
    [victim, when, at, path]: Moment,
    what: string,
    take: (again: boolean) => Promise<Done>,
    stillIs: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Done> {
    const who = this.processOf(direction, victim);
    const holds = path === GRAPH ? MUTATIONS[what] : undefined;
    const died = this.proxies.arm(
      {
        at: { asked: direction.askedOwner, askers: direction.askersOwner, exchange: 'exchange' as const }[at],
        path,
        when,
        ...(holds === undefined ? {} : { holds }),
      },
      () => this.hub.kill(who),
    );
    const first = await take(false).catch((error: unknown) => error);
    if (this.proxies.disarm()) {
      throw new Error(`Nobody died in ${what} (${path}): ${String(first)}`);
    }
    await died;
    this.counted(victim, `${what}: ${who} ${when} ${path} at ${at}`);
    await this.hub.restart(who);
    if (victim === 'asked' && when === 'before') await stillIs();
    const begun = Date.now();
    for (;;) {
      try {
        return await take(true);
      } catch (error) {
        // Each question counts at the owner that is asked, and three are answered at once.
        if (Date.now() - begun > PATIENCE_MS)
          throw new Error(`${what} does not go through again: ${String(error)}`, { cause: error });
        await pause(what === 'ask' ? 5_000 : 300);
      }
    }
  }

  private counted(victim: Victim, what: string): void {
    this.kills[victim] += 1;
    this.say(what);
  }

  private processOf({ askedOwner, askersOwner }: Direction, victim: Victim): HubProcess {
    if (victim === 'asked') return askedOwner;
    return victim === 'askers' ? askersOwner : victim;
  }

  private async request(
    { asker, caseReference }: Direction,
    lookup: string,
    categories: readonly string[],
  ): Promise<string> {
    const { data, codes } = await this.step(asker, 'requestAccess', { lookup, categories }, { caseReference });
    const made = (data as { requestAccess?: { id: string } | null } | null)?.requestAccess;
    if (made === null || made === undefined) throw new NotDone(`not requested (${codes.join()})`);
    return made.id;
  }

  private async approve({ decider }: Direction, request: string, categories: readonly string[]): Promise<void> {
    const input = { request, categories, duration: 'PT1H', handlingCode: 'H1' };
    const { data, codes } = await this.step(decider, 'decideAccess', input);
    const state = stateIn(data);
    if (state === undefined) throw new NotDone(`not decided (${codes.join()})`);
    if ((categories.length === 0) !== (state === 'DECLINED')) throw new NotDone(`decided as ${state}`);
  }

  private async untilShown(
    { asker, caseSubject, caseReference, view, soughtId }: Direction,
    isShown: boolean,
  ): Promise<void> {
    await until(`the case file ${isShown ? 'opens' : 'closes'}`, async () => {
      const { data } = await this.ask(
        asker,
        `query ($id: ID!) { person(id: $id) { ${view} } }`,
        { id: caseSubject },
        { caseReference },
      );
      return JSON.stringify(data).includes(`"${soughtId}"`) === isShown;
    });
  }

  /** An owner that died before its part did not take it: a lookup that says so tells what is not. */
  private async stillIs(
    asker: string,
    lookup: string | undefined,
    state: string | undefined,
    before?: ReadonlySet<string>,
  ): Promise<void> {
    const now = await this.patientLookups(asker);
    if (lookup !== undefined) {
      const found = now.find(({ id }) => id === lookup)?.state;
      if (found !== state) this.faults.push(`noted as ${String(found)} what its owner did not do`);
    } else if (now.some((each) => !before?.has(`${each.id} ${each.state}`))) {
      this.faults.push('noted as released what its owner did not receive');
    }
  }

  private async requestStillIs(asker: string, request: string, state: string): Promise<void> {
    const found = (await this.patientLookups(asker))
      .flatMap(({ requests }) => requests)
      .find(({ id }) => id === request);
    if (found?.state !== state) this.faults.push(`noted as ${String(found?.state)} what its owner did not do`);
  }

  private async patientLookups(asker: string): Promise<readonly FollowedSteps[]> {
    let found: readonly FollowedSteps[] = [];
    await until('the exchange answers', async () => {
      found = await this.lookups(asker).catch(() => []);
      return found.length > 0;
    });
    return found;
  }

  private async lookups(asker: string): Promise<readonly FollowedSteps[]> {
    const { data, codes } = await this.ask(asker, '{ myLookups { id state requests { id state } } }');
    const found = (data as { myLookups?: readonly FollowedSteps[] | null } | null)?.myLookups;
    if (found === null || found === undefined) throw new NotDone(`no lookups (${codes.join()})`);
    return found;
  }

  private step(
    persona: string,
    name: keyof typeof INPUTS,
    input: Readonly<Record<string, unknown>>,
    more: { readonly caseReference?: string } = {},
  ): Promise<ReceivedAnswer> {
    return this.ask(
      persona,
      `mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) { id state } }`,
      { input },
      more,
    );
  }

  private ask(
    persona: string,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    more: { readonly caseReference?: string } = {},
  ): Promise<ReceivedAnswer> {
    const client = this.clients.get(persona) ?? new HubClient(this.hub, persona, PURPOSE);
    this.clients.set(persona, client);
    return client.ask(query, undefined, { variables, ...more });
  }
}

interface FollowedSteps {
  readonly id: string;
  readonly state: string;
  readonly requests: readonly { readonly id: string; readonly state: string }[];
}

const INPUTS = {
  confirmIdentity: 'ConfirmIdentityInput',
  decideIdentity: 'DecideIdentityInput',
  requestAccess: 'RequestAccessInput',
  decideAccess: 'DecideAccessInput',
  closeRequest: 'CloseRequestInput',
} as const;
/** By which the gateway's call to the exchange is told from others. */
const MUTATIONS: Readonly<Record<string, string>> = {
  release: 'confirmIdentity',
  decide: 'decideIdentity',
  request: 'requestAccess',
  approve: 'decideAccess',
  end: 'closeRequest',
};

/** A step that did not go through, and can be taken again. */
class NotDone extends Error {
  override readonly name = 'NotDone';
}

function stateIn(data: unknown): string | undefined {
  const [steps] = Object.values((data ?? {}) as Record<string, { state: string } | null>);
  return steps?.state;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`It was waited in vain until ${what}.`);
    await pause(300);
  }
}

async function within(what: string, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It was waited in vain until ${what}.`));
    }, PATIENCE_MS);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
