import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey } from '../../src/shared/address-key.js';
import { ANY_CHARACTER } from '../support/any-character.js';

describe('clients are told apart by their address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['::1', '::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  test.each([
    null,
    undefined,
    '',
    'unknown',
    'localhost',
    '203.0.113.7:4711',
    '203.0.113.007',
    '0x7f.1',
    '2130706433',
    '203.0.113.7, 198.51.100.1',
    '[::1]',
    "' or 1=1 --",
    '203.0.113.7%',
    'x'.repeat(10_000),
  ])('%p is nobody in particular, or the address that it starts with', (garbage) => {
    expect(['unknown', '203.0.113.7']).toContain(addressKey(garbage));
  });

  test('neighbours in one network share a key, whatever they add to it', () => {
    const part = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    const four = fc.tuple(part, part, part, part).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(four, four, four, (network, one, other) => {
        fc.pre(!network.startsWith('0:0:0:0'));
        expect(addressKey(`${network}:${one}`)).toBe(addressKey(`${network}:${other}`));
      }),
    );
  });

  test('nothing that a proxy may pass on makes it throw or grow', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: ANY_CHARACTER }), fc.ipV4(), fc.ipV6()), (text) => {
        const key = addressKey(text);
        expect(key.length).toBeLessThanOrEqual(43);
        if (isIPv6(text)) expect(key).not.toBe('unknown');
      }),
    );
  });
});
