import { badUserInput } from '../../../shared/errors.js';
import { tooLong } from '../../../shared/refusal-reasons.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../identity.type.js';
import { estimateScore } from './password-strength.js';

/** The owner of a password. The password must not be easy to guess from these names. */
export interface PasswordOwner {
  username: string;
  email: string;
  displayName: string | null;
  erpCustomerNames: readonly string[];
}

/** The required zxcvbn score: at least 10⁸ guesses, too many for guessing online, even without a rate limit. */
const MIN_SCORE = 3;
/** The required score of what remains without the owner's names: at least a million guesses. */
const MIN_REMAINDER_SCORE = 2;
const MIN_NAME_LENGTH = 3;
const MAX_NAMES = 500;
const MAX_NAME_LENGTH = 64;

const PUNCTUATION = /[\p{P}\p{Z}\p{Sm}\p{Sc}\p{Sk}]+/gu;
const LOOKALIKES: Record<string, string> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g' },
  ...{ '!': 'i', '@': 'a', $: 's', '+': 't' },
};

/** Well-known examples of a good password. Attackers try them. */
const FAMOUS_EXAMPLES = new Set(['correcthorsebatterystaple']);

/** Letters that Unicode normalisation doesn't split into a base letter and an accent. */
const BASE_LETTERS: Record<string, string> = {
  ...{ ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', ß: 'ss', þ: 'th' },
};

/** True if a text has more characters than a password may have. Cheap for any text, so it can run before hashing. */
export function isTooLong(password: string): boolean {
  return password.length > 2 * MAX_PASSWORD || codePoints(password) > MAX_PASSWORD;
}

/**
 * Throws unless a new password has an allowed length and can be encoded.
 *
 * @param path the password's path in the input
 * @throws BAD_USER_INPUT with what was found and what is allowed
 */
export function assertPasswordLength(path: string, password: string): void {
  const wanted = `wanted ${MIN_PASSWORD} to ${MAX_PASSWORD}`;
  if (isTooLong(password)) {
    throw badUserInput({ path, message: `found too many characters; ${wanted}`, ...tooLong(MAX_PASSWORD) });
  }
  const found = codePoints(password);
  if (found < MIN_PASSWORD) {
    const message = `found ${found} characters; ${wanted}`;
    throw badUserInput({ path, message, reason: 'TOO_SHORT', params: { min: MIN_PASSWORD } });
  }
  // UTF-8 can't encode lone surrogates: all of them would be hashed as the same replacement character.
  if (/\p{Cs}/u.test(password)) {
    throw badUserInput({
      path,
      message: 'found half of a character; wanted whole ones',
      reason: 'UNPRINTABLE',
    });
  }
}

/** The error for a new password that is the current one. @param path the password's path in the input */
export const samePassword = (path: string) =>
  badUserInput({
    path,
    message: 'found the current password; wanted another one',
    reason: 'SAME_AS_BEFORE',
  });

/**
 * Throws if a new password is easily guessed. All characters are allowed, and no kind of character is required. The
 * password is kept as it is: it is not trimmed, normalised or cut.
 *
 * @param path the password's path in the input
 * @param owner null if the owner is not known
 * @throws BAD_USER_INPUT for a password that is too short or too long, commonly used, or built from its owner's names
 */
export async function assertGoodPassword(
  path: string,
  password: string,
  owner: PasswordOwner | null,
): Promise<void> {
  assertPasswordLength(path, password);
  const wanted = 'wanted one that cannot be guessed, such as four random words';
  if (owner && (await isBuiltFrom(namesOf(owner), password))) {
    const message = `found one built from your name, e-mail or company; ${wanted}`;
    throw badUserInput({ path, message, reason: 'TOO_WEAK' });
  }
  const famous = FAMOUS_EXAMPLES.has(fold(password).replace(PUNCTUATION, ''));
  if (famous || (await estimateScore(repeatedUnit(password))) < MIN_SCORE) {
    const message = `found a commonly used or easily guessed password; ${wanted}`;
    throw badUserInput({ path, message, reason: 'TOO_WEAK' });
  }
}

/**
 * True if the password consists of these names and little else. A name is also found with look-alikes such as 4 for a,
 * with punctuation in between, or backwards.
 */
async function isBuiltFrom(names: readonly string[], password: string): Promise<boolean> {
  const spellings = new Set([...names, ...names.map(replaceLookalikes)].sort((a, b) => b.length - a.length));
  const folded = fold(password);
  const texts = [folded, replaceLookalikes(folded)].flatMap((text) => [text, text.replace(PUNCTUATION, '')]);
  for (const text of new Set(texts)) {
    const without = [...spellings].reduce((rest, name) => rest.replaceAll(name, ' '), text);
    if (without === text) continue;
    if ((await estimateScore(without.replace(PUNCTUATION, ''))) < MIN_REMAINDER_SCORE) return true;
  }
  return false;
}

/** The shortest part that a text repeats from beginning to end, or the text itself if it repeats none. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.startsWith(text.slice(length))) return text.slice(0, length);
  }
  return text;
}

const replaceLookalikes = (text: string) => text.replace(/[01345789!@$+]/g, (c) => LOOKALIKES[c] ?? c);

/** The words in an owner's names, forwards and backwards, the longest first. */
function namesOf({ username, email, displayName, erpCustomerNames }: PasswordOwner): string[] {
  // The last part of the address, such as .com, says nothing about its owner.
  const texts = [
    username,
    email.replace(/\.[^.@]*$/, ''),
    displayName ?? '',
    ...erpCustomerNames.slice(0, MAX_NAMES),
  ];
  const words = texts.flatMap((text) => fold(text.slice(0, 4 * MAX_NAME_LENGTH)).split(/[^\p{L}\p{N}]+/u));
  const names = words
    .filter((word) => word.length >= MIN_NAME_LENGTH && word.length <= MAX_NAME_LENGTH)
    .slice(0, MAX_NAMES);
  const backwards = names.map((name) => [...name].reverse().join(''));
  return [...new Set([...names, ...backwards])].sort((a, b) => b.length - a.length);
}

/** The text without case and accents. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøæœđðßþ]/g, (c) => BASE_LETTERS[c] ?? c);

const codePoints = (text: string) => [...text].length;
