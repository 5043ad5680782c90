import { serverAudits } from 'graphql-http';

import { JUSTIFIED } from '../hub/justified';
import { hub, tokenOf } from '../hub/hub';

const audits = serverAudits({
  url: () => `${hub.gatewayUrl}/graphql`,
  fetchFn: async (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        authorization: `Bearer ${await tokenOf('merseyside-police.officer')}`,
        'x-purpose': 'IOM_CASE_MANAGEMENT',
        ...JUSTIFIED,
      },
    }),
});

describe('the hub as a GraphQL server over HTTP', () => {
  it('is audited in all that the specification demands', () => {
    expect(audits.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThan(10);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    // A notice or a warning is about what the specification recommends; GET is not offered, for it would be logged.
    expect(result.status === 'error' ? result.reason : undefined).toBeUndefined();
  });
});
