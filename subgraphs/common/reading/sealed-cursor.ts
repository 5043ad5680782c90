import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Where a page ended: the values of the order columns and the key of its last record. */
export interface PagePosition {
  readonly values: readonly (string | number | boolean | null)[];
  readonly id: string;
}

/**
 * Seals page positions: a cursor shows nothing of the values in it, and serves only the requester, the purpose and
 * the very list (filter and order) for which it was made.
 */
export class CursorSeal {
  constructor(private readonly key: Buffer = randomBytes(32)) {}

  seal(position: PagePosition, boundTo: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(digest(boundTo));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The position in a cursor; undefined when it is forged, foreign or made for another list. */
  open(cursor: string, boundTo: string): PagePosition | undefined {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
      decipher.setAAD(digest(boundTo));
      decipher.setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      return JSON.parse(text) as PagePosition;
    } catch {
      return undefined;
    }
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
