import { ownAddress } from './own-address';

it.each(['/cohort?list=nominals', '/', '/people/kn-1'])('returns to %s', (address) => {
  expect(ownAddress(address)).toBe(address);
});

it.each([
  ...['https://evil.example/', '//evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)'],
  ...['/..//evil.example', undefined, ['/a'], ''],
])('sends nobody to %j', (address) => {
  expect(ownAddress(address)).toBe('/');
});
