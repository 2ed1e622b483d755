import { expect, test } from 'vitest';
import { withAsciiDomain } from '../../src/shared/email.js';

test.each([
  ['Jörg@Bücher.example', 'Jörg@xn--bcher-kva.example'],
  ['ada@B.Example', 'ada@b.example'],
  ['"a@x"@b.example', '"a@x"@b.example'],
  ['ada@例え。jp', 'ada@xn--r8jz45g.jp'],
])('mail to %s goes to the domain in ASCII: %s', (email, ascii) => {
  expect(withAsciiDomain(email)).toBe(ascii);
});

// A URL parser takes each of these for b.example.
test.each([
  'a@b.example/x',
  'a@b.example?',
  'a@b.example#x',
  'a@b.example\\x',
  'a@%62.example',
  'a@b.example:25',
  'a@b.exam\nple',
  'a@',
])('mail to %j goes to no other domain', (email) => {
  expect(withAsciiDomain(email)).toBeNull();
});
