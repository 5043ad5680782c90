/** A peer that cannot answer: it refuses the connection, is late, fails, or answers what nobody can read. */
export class PeerUnavailable extends Error {
  override readonly name = 'PeerUnavailable';

  /** @param reason for the log; nothing of it is told to whoever asked. */
  constructor(
    readonly peer: string,
    readonly reason: string,
  ) {
    super(`${peer} cannot answer: ${reason}`);
  }
}

/** A peer's own refusal, which is for whoever asked to read. */
export class PeerRefused extends Error {
  override readonly name = 'PeerRefused';

  constructor(
    readonly code: string,
    message: string,
    /** Seconds after which the same call may be answered. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
