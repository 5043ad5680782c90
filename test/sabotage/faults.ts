/** The test that must notice a fault. */
export interface NamedTest {
  /** `journeys` are asked of a whole hub, which is built and started with the fault in it. */
  readonly tier: 'unit' | 'journeys';
  readonly file: string;
  /** Part of the title, where one test of the file is meant. */
  readonly title?: string;
}

/** One small fault: a text in one file that is replaced by another. */
export interface SabotageFault {
  readonly name: string;
  readonly file: string;
  readonly find: string | RegExp;
  readonly replace: string;
  readonly noticedBy: NamedTest;
}

const unit = (file: string, title?: string): NamedTest => ({
  tier: 'unit',
  file,
  ...(title === undefined ? {} : { title }),
});
const journey = (file: string, title?: string): NamedTest => ({
  tier: 'journeys',
  file,
  ...(title === undefined ? {} : { title }),
});

const AGREEMENTS = unit('protocols/agreements.test.ts');
const DECIDE = unit('protocols/decide.test.ts');
const ATTACKS = 'gateway/attack-battery.test.ts';
const GATEWAY = 'gateway/create-gateway.test.ts';
const OWNER = 'subgraphs/eri/answer-fetch.test.ts';
const PEOPLE = 'development/ordinary-people.test.ts';
const TRANSACTION = 'subgraphs/common/serving/verify-transaction.test.ts';

/** Mistakes that somebody could make, each with the test that stops it. Kept small: one changed line, one meaning. */
export const FAULTS: readonly SabotageFault[] = [
  // Agreements and the engine that decides
  {
    name: 'clause-dropped',
    file: 'protocols/agreements/kiom-mals-referral.yaml',
    find: / {2}- id: accepted-channel\n(?: {4}.*\n)+/,
    replace: '',
    noticedBy: AGREEMENTS,
  },
  {
    name: 'predicate-dropped',
    file: 'protocols/agreements/kiom-mals-referral.yaml',
    find: 'permits: [{ category: IDENTITY, level: FULL }]\n    when: [{ referralStage: { stage: ACCEPTED } }, { consentActive: {} }]',
    replace: 'permits: [{ category: IDENTITY, level: FULL }]\n    when: [{ referralStage: { stage: ACCEPTED } }]',
    noticedBy: AGREEMENTS,
  },
  {
    name: 'awaiting-agreement-permits',
    file: 'protocols/decide.ts',
    find: 'protocol.awaits === undefined && isInForce(protocol, now)',
    replace: 'isInForce(protocol, now)',
    noticedBy: unit('protocols/awaited-agreements.test.ts', 'permits nothing of theirs'),
  },
  {
    name: 'condition-on-the-request-taken-as-fulfilled',
    file: 'protocols/expand-protocol.ts',
    find: "about === 'request' && awaits === undefined",
    replace: "about === 'request' && name === ''",
    noticedBy: unit('protocols/awaited-agreements.test.ts', 'no longer says what it awaits'),
  },
  {
    name: 'role-ignored',
    file: 'protocols/decide.ts',
    find: 'organisation === recipient.organisation && role === recipient.role',
    replace: 'organisation === recipient.organisation && role !== undefined',
    noticedBy: DECIDE,
  },
  {
    name: 'level-ignored',
    file: 'protocols/decide.ts',
    find: 'levelCovers(permission.level, field.level) &&',
    replace: '',
    noticedBy: DECIDE,
  },
  {
    name: 'facet-ignored',
    file: 'protocols/decide.ts',
    find: '(field.facet !== undefined && permission.facets.includes(field.facet))',
    replace: 'field.facet !== undefined',
    noticedBy: DECIDE,
  },
  {
    name: 'discloser-ignored',
    file: 'protocols/decide.ts',
    find: 'clause.disclosers.includes(field.controller)',
    replace: 'clause.disclosers.length > 0',
    noticedBy: DECIDE,
  },
  {
    name: 'ended-protocol-permits',
    file: 'protocols/in-force.ts',
    find: '<= now.getTime() && now.getTime() < boundaries(protocol).until',
    replace: '<= now.getTime()',
    noticedBy: DECIDE,
  },
  {
    name: 'decision-remembered-for-every-role',
    file: 'protocols/decide.ts',
    find: '`${requester.organisation}.${requester.role} ${requester.purpose} ${field.coordinate}`',
    replace: '`${requester.organisation} ${requester.purpose} ${field.coordinate}`',
    noticedBy: DECIDE,
  },
  {
    name: 'proposed-protocol-on-any-database',
    file: 'protocols/check-protocols.ts',
    find: "if (synthetic || status !== 'proposed') return [];",
    replace: "if (synthetic || status !== 'impossible') return [];",
    noticedBy: unit('protocols/load-protocols.test.ts'),
  },
  {
    name: 'unmarked-database-taken-for-synthetic',
    file: 'subgraphs/common/serving/run-owner.ts',
    find: "loadOwnerProtocols(directory, graph.catalogue, mark === 'synthetic')",
    replace: 'loadOwnerProtocols(directory, graph.catalogue, mark !== undefined)',
    noticedBy: journey('test/acceptance/c1-protocols.test.ts', 'C.1 test 23'),
  },

  // The gateway
  {
    name: 'guard-off',
    file: 'gateway/guard-fetch.ts',
    find: 'if (refused !== undefined) {',
    replace: 'if (refused === null) {',
    noticedBy: unit('gateway/guard-fetch.test.ts'),
  },
  {
    name: 'plan-cache-key-not-recomputed',
    file: 'gateway/answer-request.ts',
    find: 'trimAnswer(await execute(rewritten))',
    replace: 'trimAnswer(await execute({ ...rewritten, queryHash }))',
    noticedBy: unit(ATTACKS, 'shares no plan between callers'),
  },
  {
    name: 'denied-selection-planned',
    file: 'gateway/answer-request.ts',
    find: 'trimAnswer(await execute(rewritten))',
    replace: 'trimAnswer(await execute({ document, queryHash }))',
    noticedBy: unit(ATTACKS),
  },
  {
    name: 'input-reveals-check-off',
    file: 'gateway/decide-selections.ts',
    find: 'findRevealed(type.name, field, node, variables, inputs)',
    replace: 'findRevealed(type.name, field, node, variables, new Map())',
    noticedBy: unit(ATTACKS, 'a filter'),
  },
  {
    name: 'requirement-not-conjoined',
    file: 'gateway/compile-protocol-rules.ts',
    find: 'const required = map.requires.get(coordinate) ?? [];',
    replace: 'const required: readonly string[] = [];',
    noticedBy: unit(ATTACKS, 'what a permitted field is computed from'),
  },
  {
    name: 'uncategorised-field-allowed',
    file: 'gateway/compile-protocol-rules.ts',
    find: 'return map.exempt.has(coordinate) ? allow : deny;',
    replace: 'return allow;',
    noticedBy: unit('gateway/compile-protocol-rules.test.ts', 'deny what no rule covers'),
  },
  {
    name: 'throwing-rule-permits',
    file: 'gateway/compile-protocol-rules.ts',
    find: 'return new RuleFailure(error);',
    replace: 'return error !== undefined;',
    noticedBy: unit('gateway/compile-protocol-rules.test.ts', 'deny when a decision cannot be taken'),
  },
  {
    name: 'completion-error-without-path',
    file: 'gateway/complete-answer.ts',
    find: 'return withheldError(refusal.withholding, requester, path);',
    replace: 'return withheldError(refusal.withholding, requester);',
    noticedBy: unit(GATEWAY, 'names clause, coordinate and first occurrence'),
  },
  {
    name: 'guard-passed-once-passes-everybody',
    file: 'gateway/guard-fetch.ts',
    find: 'passed.add(permissions);',
    replace: 'passed.has = () => true;',
    noticedBy: unit('gateway/guard-fetch.test.ts'),
  },
  {
    name: 'decision-remembered-in-spite-of-variables',
    file: 'gateway/decide-operation.ts',
    find: 'return dependsOnVariables ? decided : remember',
    replace: 'return decided === undefined ? decided : remember',
    noticedBy: unit(ATTACKS, 'decides anew on an operation'),
  },
  {
    name: 'completion-keeps-a-refused-value-that-came',
    file: 'gateway/complete-answer.ts',
    find: 'if (field.refusal === undefined) return completeValue',
    replace: 'if (field.refusal === undefined || value !== undefined) return completeValue',
    noticedBy: unit('gateway/complete-answer.test.ts'),
  },
  {
    name: 'mutation-run-in-part',
    file: 'gateway/answer-request.ts',
    find: 'definition.operation === OperationTypeNode.MUTATION && decisions.refused.length > 0',
    replace: 'definition.operation === OperationTypeNode.SUBSCRIPTION && decisions.refused.length > 0',
    noticedBy: unit(ATTACKS, 'runs no part of a mutation'),
  },
  {
    name: 'introspection-unfiltered',
    file: 'gateway/protocols-in-force.ts',
    find: 'permissions.some((each) => each.permits(coordinate))',
    replace: 'coordinate !== undefined',
    noticedBy: unit(ATTACKS, 'has nothing that a mentor could never be shown'),
  },
  {
    name: 'reserved-alias-allowed',
    file: 'gateway/limit-operation.ts',
    find: "field.alias?.value.startsWith('__')",
    replace: "field.alias?.value.startsWith('____')",
    noticedBy: unit(ATTACKS, 'an alias that begins with'),
  },
  {
    name: 'aliases-not-counted',
    file: 'gateway/limit-operation.ts',
    find: 'hold(size.aliases <= limits.aliases,',
    replace: 'hold(size.aliases >= 0,',
    noticedBy: unit(ATTACKS, 'too many aliases'),
  },
  {
    name: 'issuer-speaks-for-any-organisation',
    file: 'gateway/authenticate-requester.ts',
    find: "issuer.organisations.includes('*') || issuer.organisations.includes(organisation)",
    replace: 'issuer.organisations.length > 0',
    noticedBy: unit(GATEWAY, 'an issuer that speaks for another organisation'),
  },
  {
    name: 'audience-not-checked',
    file: 'gateway/authenticate-requester.ts',
    find: '      audience: AUDIENCE,\n',
    replace: '',
    noticedBy: unit(GATEWAY, 'a token for a wrong audience'),
  },
  {
    name: 'purpose-not-held-to-the-token',
    file: 'gateway/read-purpose.ts',
    find: 'if (!allowed.includes(given)) {',
    replace: 'if (!inForce.includes(given)) {',
    noticedBy: unit(GATEWAY, 'is one that the person and a protocol allow'),
  },
  {
    name: 'owner-believed-in-whatever-it-says',
    file: 'gateway/format-error.ts',
    find: 'return { code, ...Object.fromEntries(told) };',
    replace: 'return { code, ...Object.fromEntries(told), ...extensions };',
    noticedBy: unit(GATEWAY, 'is believed in what it withholds'),
  },

  // The owners
  {
    name: 'transaction-token-check-skipped',
    file: 'subgraphs/common/serving/verify-transaction.ts',
    find: "throw new TransactionRefused(error instanceof Error ? error.message : 'unverifiable');",
    replace: "payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));",
    noticedBy: unit(TRANSACTION, 'is refused signed by a stranger'),
  },
  {
    name: 'token-of-another-owner-accepted',
    file: 'subgraphs/common/serving/verify-transaction.ts',
    find: '        audience: owner,\n',
    replace: '',
    noticedBy: unit(TRANSACTION, 'for another owner'),
  },
  {
    name: 'body-hash-not-checked',
    file: 'subgraphs/common/serving/verify-transaction.ts',
    find: "if (bodySha256 !== createHash('sha256')",
    replace: "if (bodySha256 === '' && bodySha256 !== createHash('sha256')",
    noticedBy: unit(TRANSACTION, 'is good for the body'),
  },
  {
    name: 'token-used-twice',
    file: 'subgraphs/common/serving/verify-transaction.ts',
    find: 'if (!used.takeFirst(jti, instant)) throw',
    replace: "if (!used.takeFirst(jti, instant) && jti === '') throw",
    noticedBy: unit(TRANSACTION, 'is good once'),
  },
  {
    name: 'owner-without-shield',
    file: 'subgraphs/common/serving/create-owner.ts',
    find: '    ownerShield(graph.schema, graph.catalogue),\n',
    replace: '',
    noticedBy: unit(OWNER, 'withholds'),
  },
  {
    name: 'fallback-rule-allows',
    file: 'subgraphs/common/disclosure/owner-shield.ts',
    find: "rule('denies-uncategorised', { cache: 'no_cache' })(() => false)",
    replace: "rule('denies-uncategorised', { cache: 'no_cache' })(() => true)",
    noticedBy: unit(OWNER, 'denies a field that does not say what it discloses'),
  },
  {
    name: 'silent-refusal-explained',
    file: 'subgraphs/common/disclosure/owner-shield.ts',
    find: 'if (EXISTENCE_SENSITIVE.has(category)) return new SilentRefusal();',
    replace: '',
    noticedBy: unit(OWNER, 'says nothing of what a condition withholds'),
  },
  {
    name: 'condition-holds-for-everybody',
    file: 'subgraphs/common/disclosure/owner-shield.ts',
    find: 'if (scope.holds(recordType, parent, evaluable)) return true;',
    replace: 'if (evaluable.length > 0) return true;',
    noticedBy: unit(OWNER, 'explains what a condition withholds'),
  },
  {
    name: 'filter-without-the-condition-of-its-field',
    file: 'subgraphs/common/reading/filter-sql.ts',
    find: '...(permitted === visible ? [] : [permitted]), ',
    replace: '',
    noticedBy: unit(OWNER, 'applies the condition of a field to a filter'),
  },
  {
    name: 'cursor-not-bound-to-requester',
    file: 'subgraphs/common/reading/read-page.ts',
    find: '    requester.person,\n',
    replace: '',
    noticedBy: unit(OWNER, 'lets a cursor serve its own requester'),
  },
  {
    name: 'request-settings-not-set',
    file: 'subgraphs/common/storage/request-store.ts',
    find: "await this.runner.query(`select ${calls.join(', ')}`, values);",
    replace: 'void calls.concat(values);',
    noticedBy: unit(OWNER, 'tells its database who asks'),
  },
  {
    name: 'predicate-function-returns-everybody',
    file: 'subgraphs/knowsley-iom/predicates/mentoring-predicates.ts',
    find: '`${ownMatches} and (m.matched_until is null or m.matched_until >= ${ASKED_BY.today} - p_days)`',
    replace: '`select id from subject where p_days is not null`',
    noticedBy: journey('test/acceptance/c1-knowsley.test.ts', 'C.1 test 2'),
  },
  {
    name: 'release-within-a-day-more',
    file: 'subgraphs/knowsley-iom/programme/lcp-eligibility-rule.ts',
    find: '${expectedRelease} <= ${today} + ${days}`',
    replace: '${expectedRelease} <= ${today} + ${days} + 1`',
    noticedBy: journey('test/acceptance/c1-life-change-programme.test.ts', 'C.1 test 6'),
  },
  {
    name: 'free-choice-taken-back-is-forgotten',
    file: 'subgraphs/knowsley-iom/predicates/programme-predicates.ts',
    find: "where e.voluntary and ${holdsToday('e.voluntary_recorded_on', 'e.withdrawn_on')}`",
    replace: 'where e.voluntary`',
    noticedBy: journey('test/policy/hmp-mals-lcp.policy.test.ts'),
  },
  {
    name: 'agency-told-of-an-unserved-need',
    file: 'subgraphs/knowsley-iom/predicates/co-opted-predicates.ts',
    find: '\n  and (q.organisation, q.pathway) in (values ${PATHWAY_SERVED_SQL})`',
    replace: '`',
    noticedBy: journey('test/policy/kiom-coopted.policy.test.ts'),
  },
  {
    name: 'helpline-told-to-offender-managers',
    file: 'protocols/agreements/mals-kiom-feedback.yaml',
    find: '- { category: MENTORING_RECORD, level: FULL, facets: [SESSIONS] }',
    replace: '- { category: MENTORING_RECORD, level: FULL }',
    noticedBy: AGREEMENTS,
  },
  {
    name: 're-offending-window-longer-by-a-day',
    file: 'subgraphs/knowsley-iom/outcomes/count-reoffending.ts',
    find: 'o.offence_date > w.first_day and o.offence_date <= w.window_end)',
    replace: 'o.offence_date > w.first_day and o.offence_date <= w.window_end + 1)',
    noticedBy: journey('test/acceptance/case-studies.test.ts'),
  },
  {
    name: 'area-of-the-token-believed',
    file: 'subgraphs/knowsley-iom/predicates/requester-area.ts',
    find: 'where area.organisation = ${ASKED_BY.organisation} and area.text',
    replace: 'where ${ASKED_BY.organisation} is not null and area.text',
    noticedBy: journey('test/predicates/tracking-predicates.test.ts'),
  },
  {
    name: 'band-of-any-month',
    file: 'subgraphs/knowsley-iom/predicates/tracking-predicates.ts',
    find: 'and not exists (',
    replace: 'and exists (select 1) or exists (',
    noticedBy: journey('test/predicates/tracking-predicates.test.ts'),
  },
  {
    name: 'intelligence-told-to-another-force',
    file: 'protocols/agreements/mersey-gmp.yaml',
    find: '      - { category: COST_OF_CRIME, level: BAND }',
    replace: '      - { category: COST_OF_CRIME, level: BAND }\n      - { category: POLICE_INTELLIGENCE, level: FLAG }',
    noticedBy: AGREEMENTS,
  },
  {
    name: 'measure-told-for-its-own-kind-alone',
    file: 'subgraphs/common/disclosure/disclosure-scope.ts',
    find: 'conjunctionOf(this.decideField(field), required.map(this.decideField))',
    replace: 'conjunctionOf(this.decideField(field), required.slice(0, 0).map(this.decideField))',
    noticedBy: unit('subgraphs/knowsley-iom/prolific/answer-prolific.test.ts'),
  },
  {
    name: 'prolific-without-the-last-year',
    file: 'subgraphs/knowsley-iom/prolific/decide-prolific.ts',
    find: 'offences60m >= LEAST_OFFENCES_60M && offences12m >= threshold',
    replace: 'offences60m >= LEAST_OFFENCES_60M && offences12m >= 0',
    noticedBy: unit('subgraphs/knowsley-iom/prolific/decide-prolific.test.ts'),
  },
  {
    name: 'scores-of-two-areas-compared',
    file: 'subgraphs/knowsley-iom/scores/compare-scores.ts',
    find: 'schemeArea !== other.schemeArea',
    replace: "schemeArea === ''",
    noticedBy: unit('subgraphs/knowsley-iom/scores/compare-scores.test.ts'),
  },
  {
    name: 'provider-told-of-probation',
    file: 'subgraphs/safety-house/aftercare/decide-route.ts',
    find: "new Set<Reason>(['AGE', 'NOT_HOMELESS', 'HOMELESS'])",
    replace: "new Set<Reason>(['AGE', 'NOT_HOMELESS', 'HOMELESS', 'ON_PROBATION'])",
    noticedBy: unit('subgraphs/safety-house/aftercare/decide-route.test.ts'),
  },
  {
    name: 'unstated-prosecutions-taken-for-none',
    file: 'subgraphs/safety-house/aftercare/decide-route.ts',
    find: "['NOT_STATED', outstandingProsecutions === null],",
    replace: '',
    noticedBy: unit('subgraphs/safety-house/aftercare/decide-route.test.ts'),
  },
  {
    name: 'recall-counted-as-reoffending',
    file: 'subgraphs/safety-house/aftercare/count-return-to-prison.ts',
    find: "startReason === 'NEW_OFFENCE'",
    replace: "startReason !== 'REMAND'",
    noticedBy: unit('subgraphs/safety-house/aftercare/count-return-to-prison.test.ts'),
  },
  {
    name: 'offence-before-the-programme-counted-as-reoffending',
    file: 'subgraphs/eri/outcomes/count-return.ts',
    find: 'offencePriorToEngagement === false)',
    replace: 'offencePriorToEngagement !== null)',
    noticedBy: unit('subgraphs/eri/outcomes/count-return.test.ts'),
  },
  {
    name: 'participant-nobody-asked-after-taken-for-a-zero',
    file: 'subgraphs/eri/outcomes/count-return.ts',
    find: "if (lastFollowedUp < windowEnd) return censored('NOT_FOLLOWED_UP', false);",
    replace: 'void lastFollowedUp;',
    noticedBy: unit('subgraphs/eri/outcomes/count-return.test.ts'),
  },
  {
    name: 'printed-rating-smoothed',
    file: 'subgraphs/exchange/performance/rate-target.ts',
    find: "const value = achieved >= target ? 'GREEN'",
    replace: "const value = rag !== null ? rag : achieved >= target ? 'GREEN'",
    noticedBy: unit('subgraphs/exchange/performance/rate-target.test.ts'),
  },
  {
    name: 'denied-field-listed-as-askable',
    file: 'subgraphs/exchange/agreements/list-askable.ts',
    find: "field.decision !== 'DENY' || (includeDenied",
    replace: "field.decision !== 'PERMIT' || (includeDenied",
    noticedBy: unit('subgraphs/exchange/agreements/list-askable.test.ts'),
  },
  {
    name: 'condition-on-extremism-told',
    file: 'subgraphs/common/oversight/told-conditions.ts',
    find: "  participantOfCase: ['safety-house-partners'],\n",
    replace: "  participantOfCase: ['safety-house-partners'],\n  triangleParty: ['safety-house-partners'],\n",
    noticedBy: unit('subgraphs/common/oversight/told-conditions.test.ts'),
  },
  {
    name: 'explained-under-the-officers-settings',
    file: 'subgraphs/common/oversight/access-explanation.ts',
    find: 'storeAs(explained)',
    replace: 'storeAs(requester)',
    noticedBy: journey('test/acceptance/explain-access.test.ts', 'is what becomes of it'),
  },
  {
    name: 'label-not-translated',
    file: 'schema/vocabulary-labels.ts',
    find: "ACCOMMODATION: ['Huisvesting', 'Alloggio'],",
    replace: "ACCOMMODATION: ['Accommodation', 'Alloggio'],",
    noticedBy: unit('subgraphs/exchange/words/list-vocabularies.test.ts'),
  },

  {
    name: 'union-without-reason',
    file: 'protocols/union-reasons.ts',
    find: '.filter((difference) => reasonFor(difference, stated) === undefined)',
    replace: '.filter((difference) => reasonFor(difference, stated) === undefined && stated.length > 99)',
    noticedBy: unit('protocols/union.test.ts'),
  },
  {
    name: 'released-step-altered',
    file: 'subgraphs/safety-house/migrations.ts',
    find: "name: '0002-clients',\n    sql: /* SQL */ `",
    replace: "name: '0002-clients',\n    sql: /* SQL */ `-- altered\n",
    noticedBy: journey('test/journeys/older-data.test.ts', 'whose text never changed'),
  },
  // The invented people
  {
    name: 'only-the-first-batch-is-loaded',
    file: 'subgraphs/common/loading/ordinary-people.ts',
    find: 'for (let from = 0; from < count; from += PEOPLE_A_BATCH) yield',
    replace: 'for (let from = 0; from < Math.min(count, PEOPLE_A_BATCH); from += PEOPLE_A_BATCH) yield',
    noticedBy: unit(PEOPLE, 'are handed out batch by batch'),
  },
  {
    name: 'canary-coin-biased',
    file: 'subgraphs/common/loading/ordinary-people.ts',
    find: 'export const CANARY_COIN = 0.5;',
    replace: 'export const CANARY_COIN = 0.55;',
    noticedBy: unit(PEOPLE, 'whose outcome is a fair coin'),
  },
  {
    name: 'canary-offends-by-chance-too',
    file: 'subgraphs/knowsley-iom/population/write-police-records.ts',
    find: '|| offenceDate <= firstEngagement) return offenceDate;',
    replace: '|| offenceDate >= firstEngagement) return offenceDate;',
    noticedBy: unit(PEOPLE, 'show by nothing else how the coin fell'),
  },
  {
    name: 'condition-gathered-for-one-person',
    file: 'subgraphs/common/disclosure/condition-sql.ts',
    find: "bound.rows === 'few' ? ' offset 0' : ''",
    replace: "bound.rows === 'few' ? '' : ' offset 0'",
    noticedBy: unit('subgraphs/common/disclosure/condition-sql.test.ts', 'looks up each of few rows by itself'),
  },

  // The disclosure ledger
  {
    name: 'justification-not-required',
    file: 'gateway/read-purpose.ts',
    find: 'justification === undefined && given !== NEEDS_NO_JUSTIFICATION',
    replace: 'false',
    noticedBy: unit('gateway/read-purpose.test.ts', 'must be given for'),
  },
  {
    name: 'answer-does-not-wait-for-the-gateways-ledger',
    file: 'gateway/answer-request.ts',
    find: "const recorded = record(rewritten.isEmpty ? 'refused' : 'withheld');",
    replace: "const recorded = record(rewritten.isEmpty ? 'refused' : 'withheld').catch(() => undefined);",
    noticedBy: unit('gateway/record-refusal.test.ts', 'nothing of the answer leaves'),
  },
  {
    name: 'refusal-unrecorded',
    file: 'gateway/answer-request.ts',
    find: "if (!decisions.refused.some(({ refusal }) => refusal.kind !== 'failed')) return;",
    replace: 'if (decisions.refused.length > 0) return;',
    noticedBy: unit('gateway/record-refusal.test.ts', 'names whom it was about'),
  },
  {
    name: 'torn-line-of-the-ledger-accepted',
    file: 'ledger/storage/file-ledger-store.ts',
    find: 'if (whole < size) ftruncateSync(file, whole);',
    replace: '',
    noticedBy: unit('ledger/storage/file-ledger-store.test.ts', 'cuts a torn last line off'),
  },
  {
    name: 'answer-does-not-wait-for-the-ledger',
    file: 'subgraphs/common/serving/create-owner.ts',
    find: 'await recordDisclosure(ledger, requester, notes, result, now);',
    replace: 'recordDisclosure(ledger, requester, notes, result, now).catch(() => undefined);',
    noticedBy: unit(OWNER, 'discloses nothing that it cannot record'),
  },
  {
    name: 'withheld-value-unrecorded',
    file: 'subgraphs/common/ledger/note-disclosures.ts',
    find: 'if (subject === undefined || !isRefusal(error)) return;',
    replace: 'if (subject !== undefined || !isRefusal(error)) return;',
    noticedBy: unit(OWNER, 'has on record'),
  },
  {
    name: 'entry-outside-the-hash',
    file: 'ledger/chain.ts',
    find: "  'outcome',\n",
    replace: '',
    noticedBy: unit('ledger/verify-ledger.test.ts', 'finds a changed outcome'),
  },
];
