import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

// What stands before the 32 bytes of a key in its PKCS #8 and SubjectPublicKeyInfo forms (RFC 8410).
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const KEY_BYTES = 32;
const CELL_BYTES = 4;

export interface MaskKeys {
  readonly privateKey: KeyObject;
  /** 32 bytes, for the other owners. */
  readonly publicKey: Buffer;
}

interface OwnShares {
  /** Counts with this owner's part of the noise. */
  readonly values: Int32Array;
  readonly own: string;
  /** All the other owners of the total. */
  readonly peers: readonly { readonly name: string; readonly secret: Buffer }[];
  readonly context: string;
}

/** An owner's X25519 pair from the seed that follows from its research key. */
export function maskKeys(seed: Buffer): MaskKeys {
  if (seed.length !== KEY_BYTES) throw new RangeError(`A seed has ${KEY_BYTES} bytes, not ${seed.length}.`);
  const key = Buffer.concat([PRIVATE_PREFIX, seed]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return { privateKey, publicKey };
}

/** What two owners alone share. A public key that leaves no secret is refused. */
export function sharedSecret(own: MaskKeys, peerPublic: Buffer): Buffer {
  if (peerPublic.length !== KEY_BYTES) {
    throw new RangeError(`A public key has ${KEY_BYTES} bytes, not ${peerPublic.length}.`);
  }
  const key = Buffer.concat([PUBLIC_PREFIX, peerPublic]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  return diffieHellman({ privateKey: own.privateKey, publicKey });
}

/** What a mask is for. It is never used for other data: a snapshot that changed has another id. */
export function maskContext(tableId: string, snapshotIds: readonly string[]): string {
  return JSON.stringify([tableId, ...[...snapshotIds].sort()]);
}

/**
 * What the exchange gets of one owner: each value with a mask for each peer, added by whichever of the two comes first
 * by name and taken away by the other, modulo 2^32. The sum over all owners is the sum of the values; a share, or all
 * but one, is random numbers.
 */
export function maskedShares({ values, own, peers, context }: OwnShares): Uint32Array {
  if (new Set([own, ...peers.map(({ name }) => name)]).size !== peers.length + 1 || peers.length === 0) {
    throw new RangeError('A share is masked for other owners, each named once.');
  }
  const shares = Uint32Array.from(values);
  for (const { name, secret } of peers) {
    const mask = maskOf(secret, [own, name].sort(), context, values.length);
    const sign = own < name ? 1 : -1;
    for (let place = 0; place < shares.length; place += 1) {
      shares[place] = (shares[place] ?? 0) + sign * mask.readUInt32LE(place * CELL_BYTES);
    }
  }
  return shares;
}

/** The totals, once the shares of all owners are there. */
export function sumShares(shares: readonly Uint32Array[]): Int32Array {
  const totals = new Int32Array(shares[0]?.length ?? 0);
  for (const share of shares) {
    if (share.length !== totals.length) throw new RangeError('Shares of one table have one length.');
    for (let place = 0; place < totals.length; place += 1) totals[place] = (totals[place] ?? 0) + (share[place] ?? 0);
  }
  return totals;
}

/** Base64 of four bytes a share, the least significant first. */
export function encodeShares(shares: Uint32Array): string {
  const bytes = Buffer.alloc(shares.length * CELL_BYTES);
  shares.forEach((share, place) => bytes.writeUInt32LE(share, place * CELL_BYTES));
  return bytes.toString('base64');
}

export function decodeShares(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text || bytes.length % CELL_BYTES !== 0) {
    throw new RangeError('Shares are base64 of four bytes each.');
  }
  const shares = new Uint32Array(bytes.length / CELL_BYTES);
  for (let place = 0; place < shares.length; place += 1) shares[place] = bytes.readUInt32LE(place * CELL_BYTES);
  return shares;
}

/** A stream that these two owners alone can make, of a key of its own for each context: so its counter begins at zero. */
function maskOf(secret: Buffer, pair: readonly string[], context: string, cells: number): Buffer {
  const info = `concordat research mask v1\n${pair.join('\n')}\n${context}`;
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, KEY_BYTES));
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(cells * CELL_BYTES));
}
