import type { KeptAnswer } from '../pages/lookup/kept-answer';
import type { Errand } from './errand';
import type { SignedInPerson } from './person';

/** A sign-in that has ended well. The token never leaves the server. */
export interface SignIn {
  readonly person: SignedInPerson;
  readonly accessToken: string;
  /** Milliseconds of the epoch. */
  readonly at: number;
}

/** A sign-in that has begun: what the provider's answer must fit. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

declare module 'express-session' {
  interface SessionData {
    signIn?: SignIn;
    begunSignIn?: BegunSignIn;
    errands?: readonly Errand[];
    /** Of the last lookup of each errand, by its key. */
    lookups?: Readonly<Record<string, KeptAnswer>>;
  }
}
