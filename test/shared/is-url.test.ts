import { expect, test } from 'vitest';
import { isUrl } from '../../src/shared/is-url.js';

test('an address is taken or refused alike however often it is looked at, letters beyond ASCII or not', () => {
  const addresses = {
    'https://bücher.example/Portal': true,
    'https://明治.example': true,
    'https://b ü.example': false,
  };
  for (const [address, isOne] of Object.entries(addresses)) {
    const answers = new Set(Array.from({ length: 20_000 }, () => isUrl(address)));
    expect([address, [...answers]]).toEqual([address, [isOne]]);
  }
});
