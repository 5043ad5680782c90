// The exchange's index of tags, on the database of this run, as owners push to it and ask it.
import { withMarkedDatabase } from '../hub/marked-database';
import { runProgram } from '../hub/run-program';
import { record, tag } from './example-lookups';
import type { TagFindings } from './try-tags';

describe('the index of tags', () => {
  let found: TagFindings;
  beforeAll(async () => {
    await withMarkedDatabase('exchange', 'unmarked', async (env) => {
      const { output, errors } = await runProgram('test/lookups/try-tags', env);
      if (output === '') throw new Error(errors);
      found = JSON.parse(output) as TagFindings;
    });
  }, 120_000);

  const hits = (...expected: readonly (readonly [number, ...string[]])[]) => ({
    answer: { hits: expected.map(([number, ...tags]) => ({ record: record(number), tags })) },
  });
  const [a, b, d] = [tag(1), tag(2), tag(4)] as const;

  it('gives an organisation the records whose audience it belongs to, with the tags that agree', () => {
    expect(found.hits['of a named audience']).toEqual(hits([1, a, b], [2, a]));
    expect(found.hits['of another organisation']).toEqual(hits([1, a, b]));
  });

  it('compares under one key and at one owner alone', () => {
    expect(found.hits['under another key']).toEqual(hits());
    expect(found.hits['of another owner']).toEqual(hits([5, b]));
  });

  it('keeps the largest and the smallest tag as they are', () => {
    expect(found.hits['at the edges']).toEqual(
      hits([4, '0000000000000000', '7fffffffffffffff', '8000000000000000', 'ffffffffffffffff']),
    );
  });

  it('takes a push once, whatever comes again or late', () => {
    expect(found.pushed).toMatchObject({
      first: { answer: { position: 3, isInStep: true } },
      'the same again, with other changes': { answer: { position: 3, isInStep: true } },
      late: { answer: { position: 3, isInStep: false } },
    });
    expect(found.hits['after these']).toEqual(hits([1, a, b], [2, a]));
    expect(found.changeOver['after a late push, evaluating']).toBe('79d61da87a66ffcf');
  });

  it('replaces all tags of a record, the last change of a push winning, and forgets what was removed', () => {
    expect(found.pushed['a replacement, a removal, and one record twice']).toEqual({
      answer: { position: 5, isInStep: true },
    });
    expect(found.hits['after that']).toEqual(hits([6, b, d], [1, d]));
    expect(found.hits['after another owner removed it']).toEqual(hits([1, d], [6, d]));
  });

  it('takes all of a push or nothing', () => {
    expect(found.broken).toEqual({ failed: true, position: 5, hits: hits([1, d], [6, d]) });
  });

  it('takes one of the pushes that come at once, wholly', () => {
    const { taken, position, hits: left } = found.atOnce;
    expect(taken).toBe(1);
    expect(left).toEqual([{ record: record(9), tags: [tag(position ?? 0)] }]);
  });

  it('misses nobody while one key takes the place of another', () => {
    const [old, next] = ['79d61da87a66ffcf', '0123456789abcdef'];
    expect(found.changeOver).toMatchObject({
      'tagged under both': [hits([1, tag(100)]), hits([1, tag(200)]), old],
      'evaluating with the next': [hits([1, tag(100)]), hits([1, tag(200)]), next],
      'the old one erased': [hits(), hits([1, tag(200)]), next],
    });
  });

  it('hands points to an owner that was heard of within half a minute and is in step, and to no other', () => {
    const unavailable = { unavailable: 'status 503 of /lookup/evaluate' };
    const answered = { answer: { points: expect.any(Array), key: '79d61da87a66ffcf', sealing: expect.any(Object) } };
    expect(found.evaluations).toEqual({
      'before the first push': unavailable,
      'after a push': answered,
      'too often': { refused: 'TOO_MANY_LOOKUPS', retryAfter: 180 },
      'after 29 s': answered,
      'after 30 s': unavailable,
      'after a push of nothing': answered,
      'after a late push': unavailable,
      'after a push in step': answered,
    });
    expect(found.evaluated).toHaveLength(4);
    expect(found.evaluated[0]).toMatchObject({ at: 'knowsley-iom', person: 'om-den-haag.prosecutor' });
    expect(found.evaluated[0]!.points).toHaveLength(12);
    const [{ answer }] = [found.evaluations['after a push'] as { answer: { points: string[] } }];
    expect(answer.points).toEqual([...found.evaluated[0]!.points].reverse());
  });

  it('answers no question that is not the calling owner’s to ask, or of another form', () => {
    expect(found.refusals).toEqual({
      'for who works with another owner': { refused: 'NOT_THE_ASKERS_OWNER' },
      'evaluation for who works with another owner': { refused: 'NOT_THE_ASKERS_OWNER' },
      'about the own people': { refused: 'OWN_PEOPLE' },
      'with thirteen tags': { unavailable: 'status 400 of /lookup/match' },
      'with a tag that is none': { unavailable: 'status 400 of /lookup/match' },
      'of the exchange': { unavailable: 'status 400 of /lookup/match' },
      'push without position': { unavailable: 'status 400 of /lookup/tags' },
      'push for an organisation that is none': { unavailable: 'status 400 of /lookup/tags' },
    });
  });

  it('finds tags by their index', () => {
    expect(found.plan).toContain('lookup_tag_by_tag');
    expect(found.plan).not.toContain('Seq Scan');
  });
});
