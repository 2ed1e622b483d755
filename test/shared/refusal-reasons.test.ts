import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/shared/package-root.js';
import { REFUSAL_REASONS } from '../../src/shared/refusal-reasons.js';

test('every reason that a client may meet is in the documents, with its meaning, and no other is', () => {
  const text = readFileSync(join(PACKAGE_ROOT, 'docs/errors.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm)].map(([, reason, meaning]) => [
    reason,
    meaning,
  ]);
  expect(rows).toEqual(Object.entries(REFUSAL_REASONS));
});
