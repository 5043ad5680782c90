import { type FixtureGateway, type FixtureOwners, send, startFixtureGateway, startFixtureOwners } from './fixture/start-fixture';

let owners: FixtureOwners;
let fixture: FixtureGateway;
let police: Record<string, string>;
let mentor: Record<string, string>;

beforeAll(async () => {
  owners = await startFixtureOwners();
  fixture = await startFixtureGateway(owners);
  const policeToken = await fixture.token({
    organisation: 'merseyside-police',
    role: 'officer',
    purposes: ['IOM_CASE_MANAGEMENT'],
  });
  const mentorToken = await fixture.token({ organisation: 'mals', role: 'mentor', purposes: ['MENTORING_SUPPORT'] });
  police = { authorization: `Bearer ${policeToken}`, 'x-purpose': 'IOM_CASE_MANAGEMENT' };
  mentor = { authorization: `Bearer ${mentorToken}`, 'x-purpose': 'MENTORING_SUPPORT' };
});
afterAll(async () => {
  await fixture.close();
  await owners.close();
});

const ask = (query: string, headers: Record<string, string>) => send(fixture.gateway.url, { query }, headers);

it('gives a permitted caller everything and another what the protocol permits', async () => {
  const query = '{ subject(id: "1") { id givenName name ageBand housing { street } offences { totalCount } } }';
  console.log((await ask(query, police)).text);
  console.log((await ask(query, mentor)).text, owners.asked);
});
