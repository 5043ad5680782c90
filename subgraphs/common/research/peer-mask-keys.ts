// Whom an owner masks its shares for. The public key of each other owner is fetched from that owner itself, never from
// the exchange, and pinned at first use: with a key that somebody slipped in, the mask would hide nothing from them.
import type { DataSource } from 'typeorm';
import { Agent, request } from 'undici';
import { z } from 'zod';

import { type MaskKeys, sharedSecret } from '../../../disclosure-control/masks';
import type { Clock } from '../../../service/clock';
import { ConfigurationError } from '../../../service/environment';
import { jsonReply, type Route } from '../../../service/http-server';
import type { Log } from '../../../service/log';
import type { TlsIdentity } from '../../../service/tls';
import type { LookupOwner } from '../peers/asker';
import { PeerUnavailable } from '../peers/peer-errors';
import { fingerprintOf } from './research-key';

const RESEARCH_KEY_PATH = '/.well-known/research-key.json';
const FETCH_MS = 1_500;

const published = z.object({ publicKey: z.base64().length(44) });

export interface PinnedKey {
  readonly peer: string;
  readonly fingerprint: string;
}

/** `GET /.well-known/research-key.json`: the public half of this owner's mask key, for the other owners. */
export function researchKeyRoute({ publicKey }: MaskKeys): Route {
  return {
    method: 'GET',
    path: RESEARCH_KEY_PATH,
    handle: async () => jsonReply(200, { publicKey: publicKey.toString('base64') }),
  };
}

interface PeerKeysGiven {
  readonly own: MaskKeys;
  readonly maintenance: DataSource;
  /** The other owners of people, and where each answers. */
  readonly peers: ReadonlyMap<LookupOwner, string>;
  readonly tls: TlsIdentity | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export class PeerMaskKeys {
  private readonly dispatcher: Agent;

  constructor(private readonly given: PeerKeysGiven) {
    const { tls } = given;
    this.dispatcher = new Agent({ connect: tls === undefined ? {} : { ...tls, rejectUnauthorized: true } });
  }

  /**
   * What this owner shares with each other one. Asked for anew each time: masks of two different keys do not cancel, and
   * a total would be a random number. Rejects with PeerUnavailable where a peer is away or shows another key than before.
   */
  async secrets(): Promise<readonly { readonly name: string; readonly secret: Buffer }[]> {
    const { peers, own, log } = this.given;
    return Promise.all(
      [...peers.keys()].map(async (name) => {
        const key = await this.fetch(name);
        const pinned = await this.pin(name, key);
        if (!pinned.equals(key)) {
          log.error(
            { peer: name, pinned: fingerprintOf(pinned), shown: fingerprintOf(key) },
            'an owner shows another research key than before: no totals until an operator accepts it',
          );
          throw new PeerUnavailable(name, 'its research key is another one than before');
        }
        return { name, secret: sharedSecret(own, pinned) };
      }),
    );
  }

  /** Replaces a pinned key by what the peer shows now, if that has the fingerprint that its operator told. */
  async accept(peer: string, fingerprint: string): Promise<void> {
    const name = [...this.given.peers.keys()].find((each) => each === peer);
    if (name === undefined) throw new ConfigurationError(`There is no other owner ${peer} of people`);
    const key = await this.fetch(name);
    if (fingerprintOf(key) !== fingerprint) {
      throw new ConfigurationError(
        `${name} shows a research key with another fingerprint (${fingerprintOf(key)}): ask its operator`,
      );
    }
    await this.given.maintenance.query(
      `insert into research_peer_key (peer, public_key, pinned_at) values ($1, $2, $3)
       on conflict (peer) do update set public_key = excluded.public_key, pinned_at = excluded.pinned_at`,
      [name, key.toString('base64'), this.given.clock.now()],
    );
  }

  async pinned(): Promise<readonly PinnedKey[]> {
    const rows = await this.given.maintenance.query<{ peer: string; publicKey: string }[]>(
      'select peer, public_key as "publicKey" from research_peer_key order by peer',
    );
    return rows.map(({ peer, publicKey }) => ({ peer, fingerprint: fingerprintOf(Buffer.from(publicKey, 'base64')) }));
  }

  close(): Promise<void> {
    return this.dispatcher.destroy();
  }

  /** The key that was seen first. */
  private async pin(peer: string, key: Buffer): Promise<Buffer> {
    const { maintenance, clock } = this.given;
    await maintenance.query(
      'insert into research_peer_key (peer, public_key, pinned_at) values ($1, $2, $3) on conflict do nothing',
      [peer, key.toString('base64'), clock.now()],
    );
    const [{ publicKey }] = await maintenance.query<[{ publicKey: string }]>(
      'select public_key as "publicKey" from research_peer_key where peer = $1',
      [peer],
    );
    return Buffer.from(publicKey, 'base64');
  }

  private async fetch(peer: LookupOwner): Promise<Buffer> {
    try {
      const { statusCode, body } = await request(new URL(RESEARCH_KEY_PATH, this.given.peers.get(peer)), {
        dispatcher: this.dispatcher,
        signal: AbortSignal.timeout(FETCH_MS),
      });
      const answer = await body.json();
      if (statusCode === 200) return Buffer.from(published.parse(answer).publicKey, 'base64');
    } catch {
      // Whatever it was, there is no key; the address may stand in the error, and is nobody's to read.
    }
    throw new PeerUnavailable(peer, 'its research key cannot be read');
  }
}
