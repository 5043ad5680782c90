import { addressOf, filterOf, readDisclosuresRequest } from './read-disclosures-request';

const ADDRESS =
  'ledger=eri&from=2026-01-31&to=2026-02-28&person=eri.staff&role=staff&purpose=OWN_CASE_WORK&protocols=OWN-WORK&outcome=WITHHELD&first=50&after=c';
const read = (address: string) => readDisclosuresRequest(new URLSearchParams(address), 'knowsley');

it('reads what an address asks of the log, and writes the same address', () => {
  expect(filterOf(read(ADDRESS))).toEqual({
    time: { from: '2026-01-31T00:00:00.000Z', to: '2026-02-28T23:59:59.999Z' },
    person: 'eri.staff',
    role: 'staff',
    purpose: 'OWN_CASE_WORK',
    protocols: 'OWN-WORK',
    outcome: 'WITHHELD',
  });
  expect(read(addressOf(read(ADDRESS)).replace('/disclosures?', ''))).toEqual(read(ADDRESS));
});

it('asks for all of the own ledger where the address holds nothing of use', () => {
  const asked = read('ledger=mine&from=2026-02-31&to=yesterday&purpose=FUN&outcome=NONE&first=7&role=');
  expect(filterOf(asked)).toEqual({});
  expect(asked).toMatchObject({ ledger: 'knowsley', first: 20, after: undefined });
});
