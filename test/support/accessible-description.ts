import type { Locator } from 'playwright-core';

/** What a screen reader says of a field in addition to its name: one line for each element that it names. */
export const descriptionOf = (field: Locator): Promise<string> =>
  field.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id: string) => one.ownerDocument.getElementById(id)?.textContent)
      .join('\n'),
  );
