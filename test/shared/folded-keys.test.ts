import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailKey, isSameMailbox, loginKey, usernameKey } from '../../src/shared/folded-keys.js';
import { ANY_CHARACTER } from '../support/any-character.js';

const SAME_NAMES = [
  ['Müller', 'MÜLLER', 'mu\u0308ller', ' Müller\u00a0', 'ｍüller'],
  ['Straße', 'STRASSE', 'STRAẞE', 'straſſe'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς', 'οδυσσευσ'],
  ['İlker', 'i\u0307lker'],
  ['ﬁnance', 'FINANCE', 'ｆｉｎａｎｃｅ'],
  ['admin', 'admin\u3164', 'ad\u00admin', 'ad\u200dmin'],
  ['ᏣᎳᎩ', 'ꮳꮃꭹ'],
  ['josé', 'jose\u034f\u0301', 'jose\ufe00\u0301'],
  ['가', '\u1100\u3164\u1161'],
];
const DIFFERENT_NAMES = ['ilgaz', 'ılgaz', 'i\u0307lgaz', 'а', 'a', 'muller', 'müller', 'a.b', 'ab'];

/** Characters that combine, and invisible ones that keep them from it, among any others. */
const unit = fc.oneof(
  fc.constantFrom('a', '\u034f', '\u3164', '\ufe00', '\u0301', '\u1100', '\u1161'),
  fc.string({ unit: ANY_CHARACTER, minLength: 1, maxLength: 1 }),
);
const text = fc.string({ unit, maxLength: 20 }).filter((some) => !some.includes('ı'));

describe('user names', () => {
  test.each(SAME_NAMES)('%s is %s', (...names) => {
    expect([...new Set(names.map(usernameKey))]).toHaveLength(1);
  });

  test('that a reader can tell apart stay apart', () => {
    expect(new Set(DIFFERENT_NAMES.map(usernameKey)).size).toBe(DIFFERENT_NAMES.length);
  });

  test('a key is its own key, whatever the text, and case and normalisation do not change it', () => {
    fc.assert(
      fc.property(text, (some) => {
        const key = usernameKey(some);
        const visible = some.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
        // Ordered, because the capital of an iota subscript would otherwise take the accents behind it.
        const upper = visible.normalize('NFD').toUpperCase();
        const forms = [key, visible, upper, some.toLowerCase(), ` ${some}`];
        const normalised = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => some.normalize(form));
        for (const other of [...forms, ...normalised]) expect(usernameKey(other)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });
});

describe('e-mails', () => {
  test.each([
    [
      'Jörg@Bücher.example',
      'JÖRG@BÜCHER.EXAMPLE',
      'jo\u0308rg@xn--bcher-kva.example',
      ' jörg@XN--BCHER-KVA.EXAMPLE ',
    ],
    ['josé@b.example', 'jose\u034f\u0301@b.example'],
    ['a@straße.example', 'a@STRAẞE.example', 'a@xn--strae-oqa.example'],
    ['a@ΟΔΟΣ.example', 'a@οδοσ.example'],
    ['a@Ↄ.example', 'a@ↄ.example', 'a@xn--r5g.example'],
    ['ada@例え.jp', 'ada@例え。jp', 'ADA@xn--r8jz45g.JP', 'ada＠例え．jp'],
  ])('%s is one mailbox', (...emails) => {
    expect([...new Set(emails.map(emailKey))]).toHaveLength(1);
  });

  test('a key is its own key, whatever the text', () => {
    const emails = fc.tuple(text, text).map(([local, domain]) => `${local}@${domain}`);
    fc.assert(
      fc.property(emails, (some) => {
        expect(emailKey(emailKey(some))).toBe(emailKey(some));
      }),
      { numRuns: 500 },
    );
  });

  // A domain is looked up as it is, so these are two.
  test.each([
    ['a@οδος.example', 'a@οδοσ.example'],
    ['a@straße.example', 'a@strasse.example'],
    ['a@b.example', 'a@b.example/x'],
    ['a@b.example', 'a@%62.example'],
    ['a@b.example', 'a@b.example:25'],
    ['a@b.example', 'a@x@b.example'],
    ['a@b.example', 'a@b.example?'],
  ])('%s is not %s', (one, other) => {
    expect(emailKey(one)).not.toBe(emailKey(other));
  });

  test.each([
    ['Bob@Bücher.example', 'bob@xn--bcher-kva.example', true],
    ['jörg@b.example', 'jo\u0308rg@b.example', true],
    ['office@b.example', 'oﬃce@b.example', false],
    ['strasse@b.example', 'straße@b.example', false],
    ['a@b.example', 'a@c.example', false],
  ])('%s and %s: certainly the same mailbox is %s', (one, other, same) => {
    expect(isSameMailbox(one, other)).toBe(same);
  });
});

test('what is typed to sign in is an e-mail where it has an @, also a wide one', () => {
  expect(loginKey(' Ada＠B.example')).toEqual({ kind: 'email', key: 'ada@b.example' });
  expect(loginKey(' ADA ')).toEqual({ kind: 'username', key: 'ada' });
});

test('a text that no login can have costs nothing', () => {
  const long = 'ﷺ'.repeat(200_000);
  expect(loginKey(long).key).toBe(long);
  expect(emailKey(`${long}@b.example`)).toBe(`${long}@b.example`);
});
