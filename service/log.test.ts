import { createLog } from './log';

function written(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLog('eri', {}, { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

it('writes one JSON line with the service and the level in words', () => {
  expect(written((log) => log.warn({ requestId: 'r1' }, 'slow'))).toMatchObject({
    level: 'warn',
    service: 'eri',
    requestId: 'r1',
    msg: 'slow',
  });
});

it('drops what must never be logged', () => {
  const line = written((log) =>
    log.info({ token: 'hush', request: { variables: { name: 'hush' }, body: 'hush' } }, 'asked'),
  );
  expect(JSON.stringify(line)).not.toContain('hush');
});

it('reduces an error of the database to its code, for its text quotes values', () => {
  const error = Object.assign(new Error('Key (name)=(hush) already exists'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'hush',
  });
  const line = written((log) => log.error({ err: error }, 'storing failed'));
  expect(JSON.stringify(line)).not.toContain('hush');
  expect(line).toMatchObject({ err: { code: '23505', message: 'the database refused a statement' } });
});

it('leaves out the text of an error of GraphQL, for it quotes what was sent or recorded', () => {
  const error = Object.assign(new Error('Value is not a valid LocalDate: hush'), { name: 'GraphQLError' });
  const line = written((log) => log.error({ err: error }, 'a field could not be answered'));
  expect(JSON.stringify(line)).not.toContain('hush');
  expect(line).toMatchObject({ err: { type: 'GraphQLError', message: 'GraphQL could not read or write a value' } });
});

it('refuses an unknown level by name', () => {
  expect(() => createLog('eri', { LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL "loud" is not one of silent, /);
});
