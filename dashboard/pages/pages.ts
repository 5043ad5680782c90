// Every page and file, for whom it is, and what takes a page's form. Signing in and out is beside this, in sign-in/.
import { showAccessibility } from './accessibility/show-accessibility';
import { showCaseFile } from './case-file/show-case-file';
import { showWhatIsShared } from './case-file/show-what-is-shared';
import { showCohort } from './cohort/show-cohort';
import { showDisclosures } from './disclosures/show-disclosures';
import { showHome } from './home/show-home';
import { releaseIdentity, showAnswer } from './lookup/show-answer';
import { sendRequest, showRequest } from './lookup/show-request';
import { sendWho, showWho } from './lookup/show-who';
import { sendWhy, showWhy } from './lookup/show-why';
import type { Download, Page } from './page';
import { showProtocol } from './protocols/show-protocol';
import { showProtocols } from './protocols/show-protocols';
import { actOnRequests } from './requests/act-on-requests';
import { showRequests } from './requests/show-requests';
import { showApprovals, submitApproval } from './research/approvals';
import { showProposal, submitProposal } from './research/propose-project';
import { showProject } from './research/show-project';
import { showResearch } from './research/show-research';
import { giveTable, showTable } from './research/show-table';
import { showStatus } from './status/show-status';

export const PAGES: readonly Page[] = [
  { path: '/', isFor: 'anybody', show: showHome },
  { path: '/cohort', isFor: 'signed-in', show: showCohort },
  { path: '/people/:id', isFor: 'signed-in', show: showCaseFile },
  { path: '/people/:id/shared', isFor: 'signed-in', show: showWhatIsShared },
  { path: '/lookup', isFor: 'signed-in', show: showWhy, act: sendWhy },
  { path: '/lookup/who', isFor: 'signed-in', show: showWho, act: sendWho },
  { path: '/lookup/answer', isFor: 'signed-in', show: showAnswer, act: releaseIdentity },
  { path: '/lookup/request/:id', isFor: 'signed-in', show: showRequest, act: sendRequest },
  { path: '/requests', isFor: 'signed-in', show: showRequests, act: actOnRequests },
  { path: '/research', isFor: 'signed-in', show: showResearch },
  { path: '/research/propose', isFor: 'signed-in', show: showProposal, act: submitProposal },
  { path: '/research/approvals', isFor: 'signed-in', show: showApprovals, act: submitApproval },
  { path: '/research/:id', isFor: 'signed-in', show: showProject },
  { path: '/research/:id/table', isFor: 'signed-in', show: showTable },
  { path: '/disclosures', isFor: 'signed-in', show: showDisclosures },
  { path: '/protocols', isFor: 'anybody', show: showProtocols },
  { path: '/protocols/:id', isFor: 'anybody', show: showProtocol },
  { path: '/status', isFor: 'anybody', show: showStatus },
  { path: '/accessibility', isFor: 'anybody', show: showAccessibility },
];

/** Files that are taken away. */
export const DOWNLOADS: readonly Download[] = [
  { path: '/research/:id/table.csv', give: giveTable('csv') },
  { path: '/research/:id/table.json', give: giveTable('json') },
];
