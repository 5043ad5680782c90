import type { GraphAnswer } from '../graph/graph-answer';
import type { Readiness } from '../graph/ask-graph';
import type { Form } from '../server/form';
import type { Errand } from '../sign-in/errand';
import type { KeptAnswer } from './lookup/kept-answer';
import type { SignedInPerson } from '../sign-in/person';
import type { Words } from '../words/words';

/** Somebody who looks at a page: all that a page may know of the request. */
export interface Visit {
  readonly words: Words;
  /** Nobody on a page that is open to all. */
  readonly person: SignedInPerson | undefined;
  readonly errand: Errand | undefined;
  /** The parts of the address that the page's path names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Asks the graph as the person and for the errand of this tab; where nobody is signed in, as the dashboard itself. */
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<GraphAnswer>;
  readonly readiness: () => Promise<Readiness>;
  /** An address of the dashboard within this tab's errand. */
  readonly href: (address: string) => string;
}

/** A visit of somebody who has signed in and said why. */
export interface PersonalVisit extends Visit {
  readonly person: SignedInPerson;
  readonly errand: Errand;
  /** What the last lookup of this errand found: it is kept on the server alone. */
  readonly kept?: KeptAnswer | undefined;
}

/** Somebody who sends a form. */
export interface ActingVisit extends PersonalVisit {
  readonly form: Form;
  /** Begins an errand in this tab: its key, or the code by which the graph refuses its purpose or reason. */
  readonly begin: (reason: Omit<Errand, 'key'>) => Promise<{ readonly key: string } | { readonly refusedBy: string }>;
  readonly keep: (answer: KeptAnswer | undefined) => void;
}

/** Where to go on after a form was taken: the page is then fetched anew, and sending it again does nothing. */
export interface GoOn {
  readonly goOn: string;
}

/** What a page shows: a template and the model that it is filled with. */
export interface PageView {
  readonly template: string;
  readonly title: string;
  readonly model: object;
  readonly status?: number;
}

/** A file instead of a page. */
export interface FileView {
  readonly file: { readonly name: string; readonly type: string; readonly text: string };
}

/** A page that anybody may open, or one for those who are signed in, which may have a form that changes something. */
export type Page =
  | { readonly path: string; readonly isFor: 'anybody'; show(visit: Visit): Promise<PageView> }
  | {
      readonly path: string;
      readonly isFor: 'signed-in';
      show(visit: PersonalVisit): Promise<PageView>;
      /** Takes the page's form, if it has one: shows what is wrong with it, or goes on. */
      act?(visit: ActingVisit): Promise<PageView | GoOn>;
    };

/** A file that a signed-in person takes away; where it is refused, a page says why. */
export interface Download {
  readonly path: string;
  give(visit: PersonalVisit): Promise<FileView | PageView>;
}

/** There is nothing at this address, or nothing that one may know of. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere';
}
