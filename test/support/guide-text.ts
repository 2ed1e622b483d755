import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PACKAGE_ROOT } from '../../src/shared/package-root.js';

const FILE = join(PACKAGE_ROOT, 'docs', 'portal', 'pictures.json');

/** What each picture of the guide says, by its name, line by line. */
export const pictureTexts = (): Record<string, string[]> => JSON.parse(readFileSync(FILE, 'utf8'));

/** Keeps what a picture says that was taken anew. */
export function keepPictureText(name: string, lines: string[]): void {
  const texts = Object.entries({ ...pictureTexts(), [name]: lines });
  const sorted = Object.fromEntries(texts.sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Numbers, and the words of dates and times: they move with the day on which the demo's data are made. */
const MOVING =
  /\b(?:\d[\d.,:]*|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[ap]m|AE[DS]T)\b/g;
/** A time of today has no date before it, one of another day has. Some numbers are quoted. */
const NEIGHBOURS = /#(?:[\s,:]*#)+|"#"$/g;

/** What a page says to a screen reader, line by line, without what differs from day to day. */
export async function textOf(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  // Addresses have ids in them, which are made anew.
  return lines
    .filter((line) => !line.trimStart().startsWith('- /url:'))
    .map((line) => line.replace(MOVING, '#').replace(NEIGHBOURS, '#'));
}
