import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PACKAGE_ROOT } from '../../src/shared/package-root.js';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = join(PACKAGE_ROOT, 'test', 'web', 'screenshots');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of these rules, only those about colours find something else in the dark. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** In the page: what axe finds, each with the elements that it is about. */
const look = (rules: readonly string[], without: readonly string[]) => `axe
  .run(document, {
    runOnly: ${JSON.stringify(rules)},
    rules: ${JSON.stringify(Object.fromEntries(without.map((rule) => [rule, { enabled: false }])))},
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/**
 * Fails if axe finds anything on the page as it is now, in the light or in the dark. With PORTICO_SCREENSHOTS=1 it also
 * writes how the page looks to test/web/screenshots.
 *
 * @param without rules to leave out
 */
export async function mustBeAccessible(
  page: Page,
  name: string,
  without: readonly string[] = [],
): Promise<void> {
  await loadAxe(page);
  for (const [theme, rules] of [
    ['light', RULES],
    ['dark', COLOR_RULES],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    if (process.env['PORTICO_SCREENSHOTS'] === '1') await takeScreenshot(page, name, theme);
    expect(await page.evaluate(look(rules, without)), `${name}, ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Past the driver's own evaluation, which takes twice as long for a script of this size. */
async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate('"axe" in window')) return;
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: `${AXE};0` });
  expect(exceptionDetails).toBeUndefined();
  await session.detach();
}

async function takeScreenshot(page: Page, name: string, theme: string): Promise<void> {
  const test = fileName(expect.getState().currentTestName ?? '');
  const width = page.viewportSize()?.width ?? 0;
  const path = join(SCREENSHOTS, test, `${fileName(name)}-${width}-${theme}.png`);
  mkdirSync(join(SCREENSHOTS, test), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

const fileName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
