import { badUserInput } from '../../../shared/errors.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../identity.type.js';
import { estimateScore } from './password-strength.js';

/** Whose password it is to be: what must not be enough to guess it. */
export interface PasswordOwner {
  username: string;
  email: string;
  displayName: string | null;
  erpCustomerNames: readonly string[];
}

/** zxcvbn's third of four steps: out of reach of who guesses online, without any limit, 10⁸ times. */
const SAFE = 3;
/** What must remain once the owner's names are taken away: a million guesses. */
const SAFE_REMAINDER = 2;
const MIN_NAME = 3;
const MAX_NAMES = 500;
const MAX_NAME = 64;

const PUNCTUATION = /[\p{P}\p{Z}\p{Sm}\p{Sc}\p{Sk}]+/gu;
const LOOKALIKES: Record<string, string> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g' },
  ...{ '!': 'i', '@': 'a', $: 's', '+': 't' },
};

/** Printed so often as an example of a good one that everybody tries it. */
const FAMOUS = new Set(['correcthorsebatterystaple']);

/** Letters that Unicode doesn't take apart into one and its accent. */
const UNSPLIT: Record<string, string> = {
  ...{ ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', ß: 'ss', þ: 'th' },
};

/** True for more characters than any password has. Cheap for any text, so that it can come before hashing. */
export function isTooLong(password: string): boolean {
  return password.length > 2 * MAX_PASSWORD || codePoints(password) > MAX_PASSWORD;
}

/**
 * Lets a new password of a fitting length pass.
 *
 * @param path where the input has it
 * @throws BAD_USER_INPUT saying how long it is and may be
 */
export function assertPasswordLength(path: string, password: string): void {
  const wanted = `wanted ${MIN_PASSWORD} to ${MAX_PASSWORD}`;
  if (isTooLong(password)) throw badUserInput({ path, message: `found too many characters; ${wanted}` });
  const found = codePoints(password);
  if (found < MIN_PASSWORD) throw badUserInput({ path, message: `found ${found} characters; ${wanted}` });
  // UTF-8 has no way to write these: each would be hashed as one and the same replacement.
  if (/\p{Cs}/u.test(password)) {
    throw badUserInput({ path, message: 'found half of a character; wanted whole ones' });
  }
}

/**
 * Lets a new password pass that is not easily guessed: any characters, no rules about their kinds. What is checked is
 * kept as it is, neither trimmed nor normalised nor cut.
 *
 * @param path where the input has it
 * @throws BAD_USER_INPUT for one that is too short or long, commonly used, or built from its owner's names
 */
export async function assertGoodPassword(
  path: string,
  password: string,
  owner: PasswordOwner | null,
): Promise<void> {
  assertPasswordLength(path, password);
  const wanted = 'wanted one that cannot be guessed, such as four random words';
  if (owner && (await isBuiltFrom(namesOf(owner), password))) {
    throw badUserInput({ path, message: `found one built from your name, e-mail or company; ${wanted}` });
  }
  const famous = FAMOUS.has(fold(password).replace(PUNCTUATION, ''));
  if (famous || (await estimateScore(repeatedUnit(password))) < SAFE) {
    throw badUserInput({ path, message: `found a commonly used or easily guessed password; ${wanted}` });
  }
}

/**
 * True where the password has these names in it and little else: also with look-alikes such as 4 for a, with punctuation
 * in between, or backwards.
 */
async function isBuiltFrom(names: readonly string[], password: string): Promise<boolean> {
  const spellings = new Set([...names, ...names.map(lookingAlike)].sort((a, b) => b.length - a.length));
  const folded = fold(password);
  const texts = [folded, lookingAlike(folded)].flatMap((text) => [text, text.replace(PUNCTUATION, '')]);
  for (const text of new Set(texts)) {
    const without = [...spellings].reduce((rest, name) => rest.replaceAll(name, ' '), text);
    if (without === text) continue;
    if ((await estimateScore(without.replace(PUNCTUATION, ''))) < SAFE_REMAINDER) return true;
  }
  return false;
}

/** What a text repeats from beginning to end, however often; the text itself where it doesn't. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.startsWith(text.slice(length))) return text.slice(0, length);
  }
  return text;
}

const lookingAlike = (text: string) => text.replace(/[01345789!@$+]/g, (c) => LOOKALIKES[c] ?? c);

/** The words in an owner's names, forwards and backwards, the longest first. */
function namesOf({ username, email, displayName, erpCustomerNames }: PasswordOwner): string[] {
  // The last part of the address, such as .com, says nothing of its owner.
  const texts = [
    username,
    email.replace(/\.[^.@]*$/, ''),
    displayName ?? '',
    ...erpCustomerNames.slice(0, MAX_NAMES),
  ];
  const words = texts.flatMap((text) => fold(text.slice(0, 4 * MAX_NAME)).split(/[^\p{L}\p{N}]+/u));
  const names = words
    .filter((word) => word.length >= MIN_NAME && word.length <= MAX_NAME)
    .slice(0, MAX_NAMES);
  const backwards = names.map((name) => [...name].reverse().join(''));
  return [...new Set([...names, ...backwards])].sort((a, b) => b.length - a.length);
}

/** Without case and accents. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøæœđðßþ]/g, (c) => UNSPLIT[c] ?? c);

const codePoints = (text: string) => [...text].length;
