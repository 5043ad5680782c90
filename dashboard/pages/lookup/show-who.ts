// Second step of a lookup: whom to look for, and where. What is typed here goes to the own owner in the body of one
// request, and is kept nowhere: in no address, no cookie, no session.
import { type StepFault, faultAt, faultText, takeStep } from '../../graph/take-step';
import { chosenOf, type Form, linesOf, textOf } from '../../server/form';
import { choicesOf, type FormFault, faultOf, formView, textField } from '../form-fields';
import type { ActingVisit, GoOn, PageView, PersonalVisit } from '../page';
import type { KeptHit, KeptOutcome } from './kept-answer';
import { lookUpQuery, OPEN_TARGETS_QUERY } from './lookup.query';
import { CROSS_BORDER, HIT_FIELDS, isTarget, type OwnOwner, ownOwner, type Target } from './own-owner';
import { showWhy, stepOf } from './show-why';

/** Fields of the form, in the order in which they are asked for. */
const TEXTS = ['givenName', 'familyName', 'birthPlace'] as const;
const DATE_PARTS = ['birthDay', 'birthMonth', 'birthYear'] as const;

interface Asking {
  readonly own: OwnOwner;
  readonly open: readonly Target[];
}

export async function showWho(visit: PersonalVisit): Promise<PageView> {
  if (!isBegun(visit)) return showWhy(visit);
  const asking = await readAsking(visit);
  return whoView(visit, asking, {}, asking?.open ?? [], []);
}

export async function sendWho(visit: ActingVisit): Promise<PageView | GoOn> {
  const { form, words, href } = visit;
  if (!isBegun(visit)) return { goOn: href('/lookup') };
  const asking = await readAsking(visit);
  if (asking === undefined) return { goOn: href('/lookup/who') };
  const targets = chosenOf(form, 'targets')
    .filter(isTarget)
    .filter((target) => asking.open.includes(target));
  const person = readSought(form);
  const faults = faultsOf(visit, person, targets);
  if (faults.length > 0) return whoView(visit, asking, form, targets, faults);

  const step = await takeStep(visit.ask, lookUpQuery(asking.own, targets), 'answer', { input: { targets, person } });
  if (!step.taken) {
    return whoView(visit, asking, form, targets, [
      { field: elementOf(step.fault), text: faultText(words, step.fault) },
    ]);
  }
  const outcomes = targets.map((target): KeptOutcome => {
    const hit = step.value[HIT_FIELDS[target]];
    if (hit !== null && hit !== undefined) return { target, is: 'hit', hit: hit as KeptHit };
    const fault = faultAt(step.answer.errors, ['answer', HIT_FIELDS[target]]);
    return fault === undefined ? { target, is: 'nothing' } : { target, is: 'fault', fault };
  });
  visit.keep({ askedAt: String(step.value['askedAt']), outcomes });
  return { goOn: href('/lookup/answer') };
}

/** Whether the first step was taken in this tab. */
function isBegun({ errand }: PersonalVisit): boolean {
  return errand.purpose === CROSS_BORDER && errand.caseReference !== undefined;
}

/** Where somebody may ask: the graph says of which owners a hit is open by role and purpose. */
async function readAsking({ ask, person }: PersonalVisit): Promise<Asking | undefined> {
  const own = ownOwner(person.jurisdiction);
  if (own === undefined) return undefined;
  const answer = await ask(OPEN_TARGETS_QUERY);
  const open = Object.keys(HIT_FIELDS)
    .filter(isTarget)
    .filter((target) => {
      const told = answer.data[target] as { readonly count: number | null } | null | undefined;
      return target !== own.target && (told?.count ?? 0) > 0;
    });
  return open.length === 0 ? undefined : { own, open };
}

/** Whom the form is about, as the graph takes it: what was left empty is left out. */
export function readSought(form: Form): Readonly<Record<string, unknown>> {
  const texts = TEXTS.map((name) => [name, textOf(form, name)] as const).filter(([, text]) => text !== '');
  const aliases = linesOf(form, 'aliases');
  const birthDate = readBirthDate(form);
  return {
    ...Object.fromEntries(texts),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(birthDate === '' ? {} : { birthDate }),
  };
}

/** Day, month and year as one date, as far as they were given; the graph says whether there is such a date. */
function readBirthDate(form: Form): string {
  const [day = '', month = '', year = ''] = DATE_PARTS.map((name) => textOf(form, name));
  if (day === '' && month === '') return year;
  // A day without its month is not taken for a month: there is no month 00.
  return [year, ...(day === '' ? [month] : [month, day]).map((part) => part.padStart(2, '0'))].join('-');
}

function faultsOf({ words }: PersonalVisit, person: Readonly<Record<string, unknown>>, targets: readonly Target[]) {
  const faults: FormFault[] = [];
  const isGiven = (name: string): boolean => person[name] !== undefined;
  const identifiers = ['givenName', 'familyName', 'birthDate', 'birthPlace'].filter(isGiven);
  if (identifiers.length < 2 || !(isGiven('givenName') || isGiven('familyName'))) {
    faults.push({ field: 'givenName', text: words.say('lookup.faults.identifiers') });
  }
  const { birthDate } = person;
  if (typeof birthDate === 'string' && !/^\d{4}(-\d{2}){0,2}$/.test(birthDate)) {
    faults.push({ field: 'birthDay', text: words.say('fieldFaults.birthDate') });
  }
  if (targets.length === 0) faults.push({ field: 'targets', text: words.say('fieldFaults.targets') });
  return faults;
}

/** The element at which a fault of the graph is mended. */
function elementOf({ field }: StepFault): string {
  if (field === 'birthDate') return 'birthDay';
  if (field === 'caseReference') return 'case';
  return field !== undefined && [...TEXTS, 'aliases', 'targets'].includes(field) ? field : 'look-up';
}

function whoView(
  visit: PersonalVisit,
  asking: Asking | undefined,
  form: Form,
  targets: readonly Target[],
  faults: readonly FormFault[],
): PageView {
  const { words, href, errand } = visit;
  const text = (name: string) => textField(words, 'lookup.fields', name, textOf(form, name), faults);
  return formView(words, {
    template: 'pages/lookup/who.njk',
    title: words.say('lookup.who.title'),
    faults,
    model: {
      isOpen: asking !== undefined,
      step: stepOf(visit, 2),
      caseText: words.say('lookup.forCase', { reference: errand.caseReference ?? '' }),
      justification: errand.justification ?? '',
      names: [text('givenName'), text('familyName')],
      aliases: {
        ...textField(words, 'lookup.fields', 'aliases', linesOf(form, 'aliases').join('\n'), faults),
      },
      birthDate: DATE_PARTS.map((name) => ({ ...text(name), isYear: name === 'birthYear' })),
      birthDateFault: faultOf(faults, 'birthDay'),
      birthPlace: text('birthPlace'),
      targets: choicesOf(words, 'LookupTarget', asking?.open ?? [], targets),
      targetsFault: faultOf(faults, 'targets'),
      action: href('/lookup/who'),
      back: href('/lookup'),
      requests: href('/requests'),
    },
  });
}
