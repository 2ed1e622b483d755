import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Fails if the page doesn't come to fit into its window: nothing may have to be scrolled sideways. */
export const mustFit = (page: Page, what?: string): Promise<void> =>
  expect.poll(() => page.evaluate(SIDEWAYS), what === undefined ? {} : { message: what }).toBe(0);
