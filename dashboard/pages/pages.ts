// Every page and file, and for whom it is. Signing in and out is beside this, in sign-in/.
import { showAccessibility } from './accessibility/show-accessibility';
import { showCaseFile } from './case-file/show-case-file';
import { showWhatIsShared } from './case-file/show-what-is-shared';
import { showCohort } from './cohort/show-cohort';
import { showDisclosures } from './disclosures/show-disclosures';
import { showHome } from './home/show-home';
import type { Download, Page } from './page';
import { showProtocol } from './protocols/show-protocol';
import { showProtocols } from './protocols/show-protocols';
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
  { path: '/research', isFor: 'signed-in', show: showResearch },
  { path: '/research/propose', isFor: 'signed-in', show: showProposal, submit: submitProposal },
  { path: '/research/approvals', isFor: 'signed-in', show: showApprovals, submit: submitApproval },
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
