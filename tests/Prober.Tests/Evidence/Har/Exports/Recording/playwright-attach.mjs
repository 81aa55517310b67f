// Playwright's own recorder, bodies beside the file (attach), all in one archive.

import { record as recordWith } from './playwright.mjs';

export const record = (site, file) => recordWith(site, file.replace(/har$/, 'zip'), 'attach');
