// Playwright's own recorder, bodies in the file (embed); the package is the one that Microsoft.Playwright brings along.

import path from 'node:path';
import { walk } from './journey.mjs';

const build = path.dirname(process.env.PROBER ?? path.resolve(import.meta.dirname, '../../../../../../src/Prober/bin/Debug/net10.0/prober.dll'));
export const { default: playwright } = await import(path.join(build, '.playwright/package/index.js'));

export async function record(site, file, content = 'embed') {
  const browser = await playwright.chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const context = await browser.newContext({ recordHar: { path: file, content } });
  const end = await walk(person(await context.newPage()), site);
  await context.close();
  await browser.close();
  return end;
}

/** A page as the journey drives it. */
export function person(page) {
  const one = (xpath) => page.locator(`xpath=${xpath}`).first();
  const timeout = 20_000;
  return {
    goto: (url) => page.goto(url),
    click: (xpath) => one(xpath).click({ timeout }),
    fill: (xpath, text) => one(xpath).pressSequentially(text, { timeout }),
    see: (xpath) => one(xpath).waitFor({ timeout }),
  };
}
