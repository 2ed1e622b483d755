import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** In the page: keeps what its toasts say. */
const KEEP = `{
  const said = new Set();
  window.saidByToasts = said;
  new MutationObserver(() => {
    const toasts = document.querySelector('[role=region][aria-label="What was done"]');
    if (toasts) said.add(toasts.textContent);
  }).observe(document, { childList: true, subtree: true });
}`;

/**
 * Listens to the toasts of a page from now on until it is loaded anew. They go by themselves, which a busy machine may
 * notice too late.
 *
 * @returns what waits until a toast has said a text
 */
export async function listenToToasts(page: Page): Promise<(text: string) => Promise<void>> {
  await page.evaluate(KEEP);
  return (text) => expect.poll(() => page.evaluate('[...saidByToasts].join("\\n")')).toContain(text);
}
