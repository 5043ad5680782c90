// Every page and file, and for whom it is. Signing in and out is beside this, in sign-in/.
import { showAccessibility } from './accessibility/show-accessibility';
import { showCaseFile } from './case-file/show-case-file';
import { showWhatIsShared } from './case-file/show-what-is-shared';
import { showCohort } from './cohort/show-cohort';
import { showHome } from './home/show-home';
import type { Download, Page } from './page';
import { showProtocol } from './protocols/show-protocol';
import { showProtocols } from './protocols/show-protocols';
import { showStatus } from './status/show-status';

export const PAGES: readonly Page[] = [
  { path: '/', isFor: 'anybody', show: showHome },
  { path: '/cohort', isFor: 'signed-in', show: showCohort },
  { path: '/people/:id', isFor: 'signed-in', show: showCaseFile },
  { path: '/people/:id/shared', isFor: 'signed-in', show: showWhatIsShared },
  { path: '/protocols', isFor: 'anybody', show: showProtocols },
  { path: '/protocols/:id', isFor: 'anybody', show: showProtocol },
  { path: '/status', isFor: 'anybody', show: showStatus },
  { path: '/accessibility', isFor: 'anybody', show: showAccessibility },
];

/** Files that are taken away. */
export const DOWNLOADS: readonly Download[] = [];
