// Pushes tags to an exchange and asks for them, over its own routes. Prints what it finds as JSON.
import { type TagChange, type TagHit, TagIndex } from '../../subgraphs/exchange/lookups/tag-index';
import { KEY, NEXT_KEY, PROSECUTOR, record, SEALING, tag, TOO_OFTEN, twelve } from './example-lookups';
import { type ExchangeInProcess, type Outcome, type Owner, printFindings } from './exchange-in-process';

export interface TagFindings {
  readonly pushed: Readonly<Record<string, Outcome>>;
  /** By the moment at which it was asked. */
  readonly hits: Readonly<Record<string, Outcome>>;
  readonly evaluations: Readonly<Record<string, Outcome>>;
  readonly evaluated: ExchangeInProcess['evaluated'];
  readonly refusals: Readonly<Record<string, Outcome>>;
  /** Of pushes that came at once, in any order. */
  readonly atOnce: { readonly taken: number; readonly position: number | undefined; readonly hits: readonly TagHit[] };
  /** A push of which one tag cannot be stored: what is known after it. */
  readonly broken: { readonly failed: boolean; readonly position: number | undefined; readonly hits: Outcome };
  readonly changeOver: Readonly<Record<string, unknown>>;
  readonly plan: string;
}

const COLLEAGUE = {
  ...PROSECUTOR,
  person: 'reclassering.probation-officer',
  organisation: 'reclassering' as const,
  role: 'probation-officer',
};
const POINTS = Array.from({ length: 12 }, (_, index) => `${String.fromCharCode(65 + index).repeat(43)}=`);
/** The largest and the smallest: a tag is kept as a number with a sign. */
const EDGES = ['ffffffffffffffff', '0000000000000000', '8000000000000000', '7fffffffffffffff'];

const tagged = (of: number, tags: readonly string[], audience: readonly string[] | null = null, key = KEY): TagChange =>
  ({ record: record(of), tags: tags.map((one) => ({ key, tag: one })), audience }) as TagChange;

async function tryTags(parts: ExchangeInProcess): Promise<TagFindings> {
  const { call, index, pass, database, evaluated } = parts;
  /** The push of this number, which names as the one before it whatever was taken last, unless it is told another. */
  const taken = new Map<Owner, string>();
  const push = async (
    position: number,
    changes: readonly TagChange[],
    owner: Owner = 'knowsley-iom',
    evaluating = KEY,
    after: string | null = taken.get(owner) ?? null,
  ): Promise<Outcome> => {
    const stamp = record(position);
    const body = { position, stamp, after, changes, evaluating, sealing: SEALING };
    const outcome = await call(owner, '/lookup/tags', body);
    if ('answer' in outcome && (outcome.answer as { isInStep: boolean }).isInStep) taken.set(owner, stamp);
    return outcome;
  };
  const ask = (tags: readonly string[], more: object = {}): Promise<Outcome> =>
    call('safety-house', '/lookup/match', {
      asker: PROSECUTOR,
      target: 'knowsley-iom',
      key: KEY,
      tags: twelve(...tags),
      ...more,
    });
  const evaluate = (more: object = {}): Promise<Outcome> =>
    call('safety-house', '/lookup/evaluate', { asker: PROSECUTOR, target: 'knowsley-iom', points: POINTS, ...more });
  const [a, b, c, d] = [tag(1), tag(2), tag(3), tag(4)];
  const pushed: Record<string, Outcome> = {};
  const hits: Record<string, Outcome> = {};
  const evaluations: Record<string, Outcome> = {};

  evaluations['before the first push'] = await evaluate();
  pushed['first'] = await push(3, [
    tagged(1, [a, b]),
    tagged(2, [a], ['om-den-haag']),
    tagged(3, [c], []),
    tagged(4, EDGES),
  ]);
  await push(1, [tagged(5, [b])], 'eri');
  hits['of a named audience'] = await ask([a, b, c]);
  hits['of another organisation'] = await ask([a, b, c], { asker: COLLEAGUE });
  hits['under another key'] = await ask([a, b], { key: NEXT_KEY });
  hits['of another owner'] = await ask([a, b], { target: 'eri' });
  hits['at the edges'] = await ask(EDGES);

  pushed['the same again, with other changes'] = await push(3, [tagged(1, [d]), tagged(7, [a])]);
  pushed['late'] = await push(2, [tagged(1, [d])], 'knowsley-iom', NEXT_KEY, record(1));
  hits['after these'] = await ask([a, b, d]);
  const evaluatingAfterLate = (await index.heard('knowsley-iom'))?.evaluating;
  pushed['a replacement, a removal, and one record twice'] = await push(5, [
    tagged(1, [d]),
    { record: record(2), removed: true },
    tagged(6, [a]),
    tagged(6, [b, d]),
  ]);
  hits['after that'] = await ask([a, b, d]);
  // Another owner cannot touch a record, whatever it names.
  await push(2, [{ record: record(1), removed: true }], 'eri');
  hits['after another owner removed it'] = await ask([d]);

  evaluations['after a push'] = await evaluate();
  evaluations['too often'] = await evaluate({ asker: { ...PROSECUTOR, person: TOO_OFTEN } });
  pass(29_000);
  evaluations['after 29 s'] = await evaluate();
  pass(1_100);
  evaluations['after 30 s'] = await evaluate();
  pushed['nothing new'] = await push(5, []);
  evaluations['after a push of nothing'] = await evaluate();
  pass(31_000);
  await push(1, [], 'knowsley-iom', KEY, record(1));
  evaluations['after a late push'] = await evaluate();
  await push(5, []);
  evaluations['after a push in step'] = await evaluate();

  const refusals = {
    'for who works with another owner': await ask([a], { asker: { ...PROSECUTOR, owner: 'eri' } }),
    'evaluation for who works with another owner': await evaluate({ asker: { ...PROSECUTOR, owner: 'eri' } }),
    'about the own people': await ask([a], { target: 'safety-house' }),
    'with thirteen tags': await ask([...twelve(), a], {}),
    'with a tag that is none': await ask(['x']),
    'of the exchange': await ask([a], { target: 'exchange' }),
    'push without position': await call('eri', '/lookup/tags', { changes: [], evaluating: KEY, sealing: SEALING }),
    'push for an organisation that is none': await push(9, [tagged(1, [a], ['strangers'])]),
  };

  const failed = await index
    .takePush('knowsley-iom', {
      position: 6,
      stamp: record(6),
      after: record(5),
      changes: [tagged(1, [a, 'no tag'])],
      evaluating: KEY,
      sealing: SEALING,
    })
    .then(
      () => false,
      () => true,
    );
  const broken = { failed, position: (await index.heard('knowsley-iom'))?.position, hits: await ask([d]) };

  const order = [14, 20, 11, 17, 12, 19, 13, 16, 15, 18];
  const before = taken.get('eri');
  const answers = await Promise.all(
    order.map((position) => push(position, [tagged(9, [tag(position)])], 'eri', KEY, before)),
  );
  const inStep = answers.filter((each) => 'answer' in each && (each.answer as { isInStep: boolean }).isInStep);
  const atOnce = {
    taken: inStep.length,
    position: (await index.heard('eri'))?.position,
    hits: await index.match({
      target: 'eri',
      key: KEY,
      tags: order.map((position) => tag(position)),
      organisation: 'om-den-haag',
    }),
  };

  const [oldTag, newTag] = [tag(100), tag(200)];
  const both: TagChange = {
    record: record(1),
    tags: [
      { key: KEY, tag: oldTag },
      { key: NEXT_KEY, tag: newTag },
    ],
    audience: null,
  };
  const changeOver: Record<string, unknown> = { 'after a late push, evaluating': evaluatingAfterLate };
  const hitsBy = async (): Promise<unknown> => [
    await ask([oldTag]),
    await ask([newTag], { key: NEXT_KEY }),
    (await index.heard('knowsley-iom'))?.evaluating,
  ];
  await push(30, [both]);
  changeOver['tagged under both'] = await hitsBy();
  await push(30, [], 'knowsley-iom', NEXT_KEY);
  changeOver['evaluating with the next'] = await hitsBy();
  await push(31, [tagged(1, [newTag], null, NEXT_KEY)], 'knowsley-iom', NEXT_KEY);
  changeOver['the old one erased'] = await hitsBy();

  return {
    pushed,
    hits,
    evaluations,
    evaluated,
    refusals,
    atOnce,
    broken,
    changeOver,
    plan: await planOfMatch(parts, database),
  };
}

/** How the database would find twelve tags among many: as the statement of the index is, not a copy of it. */
async function planOfMatch({ now }: ExchangeInProcess, database: ExchangeInProcess['database']): Promise<string> {
  await database.query(
    `insert into lookup_tag (owner, record, key, tag)
     select 'eri', gen_random_uuid(), '${KEY}', hashtextextended(n::text, 1) from generate_series(1, 20000) n`,
    [],
  );
  await database.query('analyze lookup_tag', []);
  let plan = '';
  const explained = new TagIndex(
    {
      query: async <Row>(sql: string, values: unknown[]): Promise<Row[]> => {
        const rows = await database.query<Record<string, string>>(`explain ${sql}`, values);
        plan = rows.flatMap((row) => Object.values(row)).join('\n');
        return [];
      },
      transaction: (work) => database.transaction(work),
    },
    () => new Date(now()),
  );
  await explained.match({ target: 'eri', key: KEY, tags: twelve(tag(1)), organisation: 'om-den-haag' });
  return plan;
}

printFindings(tryTags);
