// Third step of a lookup: what can be told of each owner that was asked, and the release of the identity after a hit.
import { clauseOf } from '../../graph/present-cell';
import { faultText, takeStep } from '../../graph/take-step';
import { textOf } from '../../server/form';
import { type FormFault, formView } from '../form-fields';
import type { ActingVisit, GoOn, PageView, PersonalVisit } from '../page';
import type { KeptAnswer, KeptOutcome } from './kept-answer';
import { RELEASE_QUERY } from './lookup.query';
import { stepOf } from './show-why';

export async function showAnswer(visit: PersonalVisit): Promise<PageView> {
  return answerView(visit, []);
}

export async function releaseIdentity(visit: ActingVisit): Promise<PageView | GoOn> {
  const { form, words, href, kept } = visit;
  const target = textOf(form, 'target');
  const outcome = kept?.outcomes.find((one) => one.target === target);
  // Sent twice, or after the session forgot it: the page says what there is.
  if (kept === undefined || outcome?.is !== 'hit') return { goOn: href('/lookup/answer') };
  const { handle, release } = outcome.hit;
  const step = await takeStep(visit.ask, RELEASE_QUERY, 'lookup', { input: { target, handle, release } });
  if (!step.taken) {
    const { field, ...fault } = step.fault;
    const isHandle = fault.code === 'BAD_INPUT' && field !== 'caseReference';
    const text = isHandle ? words.say('fieldFaults.handle') : faultText(words, step.fault);
    return answerView(visit, [{ field: `release-${target}`, text }]);
  }
  const lookup = String(step.value['id']);
  visit.keep(withReleased(kept, outcome, lookup));
  return { goOn: href(`/lookup/request/${encodeURIComponent(lookup)}`) };
}

/** A handle is good once: after it there is the lookup. */
function withReleased(kept: KeptAnswer, released: KeptOutcome, lookup: string): KeptAnswer {
  const outcomes = kept.outcomes.map((one) =>
    one === released ? ({ target: one.target, is: 'released', lookup } as const) : one,
  );
  return { ...kept, outcomes };
}

function answerView(visit: PersonalVisit, faults: readonly FormFault[]): PageView {
  const { words, href, kept, errand } = visit;
  return formView(words, {
    template: 'pages/lookup/answer.njk',
    title: words.say('lookup.answer.title'),
    faults,
    model: {
      step: stepOf(visit, 3),
      askedAt: kept === undefined ? null : words.say('lookup.answer.askedAt', { time: words.dateTime(kept.askedAt) }),
      caseText: words.say('lookup.forCase', { reference: errand.caseReference ?? '' }),
      outcomes: (kept?.outcomes ?? []).map((outcome) => outcomeView(visit, outcome, faults)),
      action: href('/lookup/answer'),
      another: href('/lookup/who'),
      begin: href('/lookup'),
      requests: href('/requests'),
    },
  });
}

function outcomeView({ words, href }: PersonalVisit, outcome: KeptOutcome, faults: readonly FormFault[]) {
  const { target } = outcome;
  const common = {
    target,
    name: words.label('LookupTarget', target),
    is: outcome.is,
    text: words.say(`lookup.answer.outcomes.${outcome.is}`),
    band: '',
    matchedOn: [] as readonly string[],
    until: '',
    address: '',
    clause: null as { readonly text: string; readonly address: string } | null,
    fault: faults.find(({ field }) => field === `release-${target}`)?.text ?? null,
  };
  switch (outcome.is) {
    case 'hit':
      return {
        ...common,
        band: words.label('LookupBand', outcome.hit.band),
        matchedOn: outcome.hit.matchedOn.map((code) => words.label('MatchedOn', code)),
        until: words.say('lookup.answer.until', { time: words.dateTime(outcome.hit.expiresAt) }),
      };
    case 'released':
      return { ...common, address: href(`/lookup/request/${encodeURIComponent(outcome.lookup)}`) };
    case 'nothing':
      return common;
    case 'fault': {
      const { clause, ...fault } = outcome.fault;
      return {
        ...common,
        text: faultText(words, fault),
        clause: clause === undefined ? null : clauseOf(words, href, clause),
      };
    }
  }
}
