import path from 'node:path';

import { ORGANISATIONS } from '../../../schema/organisations';
import { projectRoot } from '../../../service/project-root';
import { type CsvRow, readCsv } from '../../common/loading/read-csv';
import { dateBefore } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';
import { Case } from '../cases/case';
import { CaseOutcome } from '../cases/case-outcome';
import { CaseParticipant } from '../cases/case-participant';
import { CaseReferral } from '../cases/case-referral';
import { PlanAction } from '../cases/plan-action';
import { ScreeningItem } from '../cases/screening-item';
import { Client } from '../clients/client';
import { SpatialOrder } from '../custody/spatial-order';
import { ChildConcern } from '../families/child-concern';
import { FamilyMember } from '../families/family-member';
import { HealthNeed } from '../needs/health-need';
import { LivingSituation } from '../needs/living-situation';
import { VictimConstraint } from '../victims/victim-constraint';
import { addSubject } from './person-records';
import { PARTNERS } from './planned-cases';
import type { RecordCollector } from './record-collector';

const FILE = 'subgraphs/safety-house/population/published/safety_house_mr_x.csv';
const HORIZONS: Readonly<Record<string, string>> = { SHORT_TERM_PLAN: 'SHORT', LONG_TERM_PLAN: 'LONG' };

/**
 * The published case of Mr X, by the same path as everybody. The documents state no dates: the few that the rules
 * need are reconstructed, and say so. Where they contradict each other both versions are kept.
 */
export function addMrX(records: RecordCollector, synthetic: Synthetic, anchor: string): void {
  const rows = readCsv(path.join(projectRoot, FILE));
  const subjectId = synthetic.id('person', 'Mr X');
  const caseId = synthetic.id('case', 'Mr X');
  const opened = dateBefore(anchor, 540);
  const published = (sources: string | undefined): Readonly<Record<string, unknown>> => ({
    sourceSystem: `published: ${sources ?? '004, 002'}; dates reconstructed`,
    recordedBy: 'safety-house',
    basis: 'FACT',
    quality: 'PARTIAL',
  });
  const add = (table: new () => object, name: string, row: CsvRow | undefined, values: object): void =>
    records.add(table, {
      id: synthetic.id(`Mr X ${table.name}`, name),
      subjectId,
      caseId,
      ...published(row?.source),
      ...values,
    });
  const at = (stage: string, organisation?: string): CsvRow | undefined =>
    rows.find((row) => row.stage === stage && (organisation === undefined || row.organisation === organisation));

  addSubject(records, subjectId);
  records.add(Client, { id: subjectId, name: 'Mr X', municipality: 'The Hague', ...published(undefined) });
  records.add(Case, {
    id: caseId,
    subjectId,
    leadOrganisation: 'reclassering',
    theme: 'RESETTLEMENT',
    stage: 'EVALUATION',
    complexity: 'COMPLEX',
    municipality: 'The Hague',
    openedAt: opened,
    processManager: 'safety-house.process-manager',
    processDirector: 'safety-house.process-director',
    ...published(undefined),
  });
  const elsewhere: readonly string[] = ['rijswijk', 'delft', 'child-protection'];
  for (const organisation of PARTNERS.filter((partner) => !elsewhere.includes(partner))) {
    const { pillar } = ORGANISATIONS[organisation];
    add(CaseParticipant, organisation, undefined, { organisation, pillar, role: 'participant', activeFrom: opened });
  }

  const screening = at('SCREENING');
  add(CaseReferral, '1', screening, {
    referredBy: 'reclassering',
    source: 'PROBATION_TO_SAFETY_HOUSE',
    decision: 'ACCEPTED',
  });
  add(ScreeningItem, '1', screening, {
    offenceType: 'NOT_STATED',
    actionsAlreadyTaken: screening?.action,
    contributedBy: screening?.organisation,
  });

  const developing = at('DEVELOPING');
  const [, housing, dayActivity, child] = (developing?.action ?? '').split('; ');
  add(LivingSituation, '1', developing, {
    housing,
    dayActivity,
    debts: at('SHORT_TERM_PLAN', 'Forensic clinic')?.action,
    contradiction: 'The daughter’s house was too close (004); he lived a short time with his daughter (002).',
  });
  add(FamilyMember, '1', developing, { relation: 'Child', custody: child });
  add(ChildConcern, '1', developing, {
    childrenConcerned: true,
    detail: at('SHORT_TERM_PLAN', 'Youth care')?.action,
  });
  add(VictimConstraint, '1', developing, { protectedArea: 'Around the family of the victim', noContact: true });
  add(HealthNeed, '1', at('SHORT_TERM_PLAN', 'Mental health'), {
    needExists: true,
    needStatement: at('SHORT_TERM_PLAN', 'Mental health')?.action,
    treatingOrganisation: 'Mental health',
    detail: at('LONG_TERM_PLAN', 'Mental health')?.action,
  });

  for (const [index, row] of rows.entries()) {
    const horizon = HORIZONS[row.stage ?? ''];
    if (horizon === undefined) continue;
    const { organisation, action } = row;
    add(PlanAction, String(index), row, { horizon, organisation, action, status: 'DONE' });
  }
  const order = rows.find((row) => row.action === 'spatial restraining order');
  records.add(SpatialOrder, {
    id: synthetic.id('spatial order', 'Mr X'),
    subjectId,
    issuedBy: order?.organisation,
    area: 'Not stated in the documents',
    extended: true,
    contradiction: 'Issued by a judge (004); by an officer of the Department of Public Order under the Mayor (002).',
    ...published(order?.source),
  });

  const evaluation = at('EVALUATION');
  add(CaseOutcome, '1', evaluation, {
    stage: 'EVALUATION',
    indicator: 'Impact of the long-term intervention',
    result: evaluation?.action,
    reoffending: false,
  });
}
