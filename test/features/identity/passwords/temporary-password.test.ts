import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTemporaryPassword } from '../../../../src/features/identity/passwords/temporary-password.js';
import { nameSuggester } from '../../../../src/features/user-admin/erp-customers/suggest-names.js';
import { ANY_CHARACTER } from '../../../support/any-character.js';

test('a temporary password can be read off a screen, has each kind of character, and favours none', () => {
  const places = Array.from({ length: 16 }, () => new Map<string, number>());
  const seen = new Set<string>();
  for (let time = 0; time < 20_000; time += 1) {
    const password = makeTemporaryPassword();
    expect(password).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[!#$%+\-=?@])[A-Za-z\d!#$%+\-=?@]{16}$/);
    expect(password).not.toMatch(/[0Ol1I]/);
    seen.add(password);
    for (const [place, one] of [...password].entries()) {
      places[place]?.set(one, (places[place]?.get(one) ?? 0) + 1);
    }
  }
  expect(seen.size).toBe(20_000);
  for (const counts of places) {
    expect(counts.size).toBe(24 + 25 + 8 + 9);
    // About 300 of each, rare kinds a little more: six standard deviations are about 110.
    for (const count of counts.values()) expect(Math.abs(count - 320)).toBeLessThan(180);
  }
});

const NAMES = [
  'Acme Beverages',
  'Acme Beverages (closed)',
  'All',
  'Brünnhilde Kosmetik GmbH',
  'Northwind Foods Pty Ltd',
  'Zenith Pharma',
  '明治乳業',
];

test.each([
  ['Acme Beverage', ['Acme Beverages', 'Acme Beverages (closed)']],
  ['ACME  BEVERAGES', ['Acme Beverages', 'Acme Beverages (closed)']],
  ['acme', ['Acme Beverages', 'Acme Beverages (closed)']],
  ['Brunnhilde Kosmetik', ['Brünnhilde Kosmetik GmbH']],
  ['Nortwhind Food Pty Ltd', ['Northwind Foods Pty Ltd']],
  ['Foods', ['Northwind Foods Pty Ltd']],
  ['明治乳', ['明治乳業']],
  ['Al', ['All']],
  ['Nothing At All Like That', []],
  ['Somebody Else', []],
  ['', []],
])('of what there is, "%s" is near %j', (meant, near) => {
  expect(nameSuggester(NAMES)(meant)).toEqual(near);
});

test('near names are at most three of those that there are, whatever was meant', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: ANY_CHARACTER }),
      fc.array(fc.string({ unit: ANY_CHARACTER })),
      (meant, names) => {
        const near = nameSuggester(names)(meant);
        expect(near.length).toBeLessThanOrEqual(3);
        for (const name of near) expect(names).toContain(name);
      },
    ),
  );
});
