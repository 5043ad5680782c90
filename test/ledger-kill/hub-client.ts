import { readFileSync } from 'node:fs';
import path from 'node:path';

import { agreementsOf } from '../../development/agreements-of';
import { mintToken } from '../../development/mint-token';
import { findPersona } from '../../development/personas';

export interface ReceivedAnswer {
  readonly requestId: string;
  readonly data: unknown;
  readonly codes: readonly string[];
}

/** A partner's programme: it asks a hub over HTTP as one persona and knows nothing else of it. */
export class HubClient {
  private token: Promise<string> | undefined;

  constructor(
    private readonly hub: { readonly gatewayUrl: string; readonly dataFolder: string },
    private readonly personaName: string,
    private readonly purpose: string,
  ) {}

  /** Rejects where no whole answer arrives. */
  async ask(
    query: string,
    purpose: string | null = this.purpose,
    { variables, caseReference }: { variables?: Readonly<Record<string, unknown>>; caseReference?: string } = {},
  ): Promise<ReceivedAnswer> {
    this.token ??= this.mint();
    const reply = await fetch(`${this.hub.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await this.token}`,
        ...(purpose === null ? {} : { 'x-purpose': purpose }),
        'x-justification': encodeURIComponent('The visit that was agreed on.'),
        ...(caseReference === undefined ? {} : { 'x-case-reference': caseReference }),
      },
      body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
      signal: AbortSignal.timeout(20_000),
    });
    const { data, errors = [] } = (await reply.json()) as {
      data?: unknown;
      errors?: readonly { readonly extensions?: { readonly code?: string } }[];
    };
    return {
      requestId: reply.headers.get('x-request-id') ?? '',
      data: data ?? null,
      codes: errors.map(({ extensions }) => extensions?.code ?? 'NONE'),
    };
  }

  private async mint(): Promise<string> {
    const persona = findPersona(this.personaName);
    if (persona === undefined) throw new Error(`There is no persona ${this.personaName}.`);
    const key = JSON.parse(
      readFileSync(path.join(this.hub.dataFolder, 'keys/development-issuer.jwk.json'), 'utf8'),
    ) as Parameters<typeof mintToken>[1];
    return (await mintToken(persona, key, agreementsOf({}), new Date())).token;
  }
}
