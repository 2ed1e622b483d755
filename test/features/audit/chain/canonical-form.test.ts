import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AuditLine,
  FIRST_PREVIOUS_HASH,
  hashOf,
} from '../../../../src/features/audit/chain/audit-line.js';
import { ChainCheck } from '../../../../src/features/audit/chain/chain-check.js';
import { rehashed } from '../../../support/audit.js';

/** The lines that docs/audit.md shows. */
const documented = (): AuditLine[] => {
  const [, block = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/audit.md', 'utf8')) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** Follows lines as `verify` does: where they break, or how many hold. */
function follow(lines: readonly AuditLine[]) {
  const check = new ChainCheck();
  for (const line of lines) {
    const broken = check.next(line);
    if (broken) return { broken: broken.sequence, checked: check.checked };
  }
  return { broken: null, checked: check.checked };
}

describe('an auditor who verifies an export after docs/audit.md', () => {
  test('comes to the hashes that stand there', () => {
    const lines = documented();
    expect(lines.map(({ hash, ...line }) => ({ hash, computed: hashOf(line) }))).toEqual(
      lines.map(({ hash }) => ({ hash, computed: hash })),
    );
    expect(follow(lines)).toEqual({ broken: null, checked: 2 });
    expect(lines[0]?.previousHash).toBe(FIRST_PREVIOUS_HASH);
  });

  test('finds the line written out as it is hashed', () => {
    const [, canonical = ''] = /```text\n(\{.*\})\n```/.exec(readFileSync('docs/audit.md', 'utf8')) ?? [];
    const [{ hash: _hash, ...line } = {} as AuditLine] = documented();
    expect(JSON.parse(canonical)).toEqual(line);
    expect(Object.keys(JSON.parse(canonical))).toEqual(Object.keys(line).sort());
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const content = fc.record({
  id: fc.uuid(),
  at: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((at) => at.toISOString()),
  action: fc.constantFrom('LOGGED_OUT', 'MAIL_RETRIED'),
  actorId: fc.option(fc.uuid()),
  actorName: text,
  targetType: fc.option(fc.constantFrom('MAIL', 'QUOTE')),
  targetId: fc.option(text),
  targetLabel: fc.option(text),
  changes: fc.array(fc.record({ field: text, before: fc.jsonValue(), after: fc.jsonValue() }), {
    maxLength: 2,
  }),
  ip: fc.option(fc.ipV4()),
  userAgent: fc.option(text),
  requestId: fc.option(text),
}) as fc.Arbitrary<AuditLine>;
const log = fc
  .array(content, { minLength: 2, maxLength: 12 })
  .map((contents) => rehashed(contents.map((line, n) => ({ ...line, sequence: n + 1 }))));

/** Some field of some line made another, a line left out, doubled, or moved. */
const tampered = log.chain((lines) =>
  fc
    .tuple(fc.nat(lines.length - 1), fc.constantFrom('alter', 'remove', 'double', 'move'), content)
    .map(([at, how, other]) => {
      const copy = [...lines];
      const line = lines[at] as AuditLine;
      const field = Object.keys(other)[at % Object.keys(other).length] as keyof AuditLine;
      if (how === 'alter') copy[at] = { ...line, [field]: other[field] };
      if (how === 'remove') copy.splice(at, 1);
      if (how === 'double') copy.splice(at, 0, line);
      if (how === 'move') copy.push(...copy.splice(at, 1));
      return { lines, copy };
    }),
);

test('whatever is altered, left out, doubled or moved, the chain holds up to there and no further', () => {
  fc.assert(
    fc.property(tampered, ({ lines, copy }) => {
      const differs = lines.findIndex((line, n) => JSON.stringify(line) !== JSON.stringify(copy[n]));
      expect(follow(lines)).toEqual({ broken: null, checked: lines.length });
      if (differs === -1) return;
      // A tail that is gone leaves a shorter log that holds: heads that were written down tell.
      const cut = copy.length < lines.length && differs === copy.length;
      expect(follow(copy)).toEqual({ broken: cut ? null : differs + 1, checked: differs });
    }),
    { numRuns: 100 },
  );
});
