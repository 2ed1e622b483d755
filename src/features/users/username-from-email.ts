const MAX_CHARACTERS = 50;
const DEFAULT_NAME = 'customer';

/**
 * Makes a user name from the local part of an e-mail. Characters that a user name can't have become a dash. If fewer
 * than two characters remain, the name is "customer". The name is short enough for a number to be appended.
 */
export function usernameFromEmail(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@')).normalize('NFC');
  const cleaned = local.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[._-]+/, '');
  const name = [...cleaned]
    .slice(0, MAX_CHARACTERS)
    .join('')
    .replace(/[._-]+$/, '');
  return [...name].length < 2 ? DEFAULT_NAME : name;
}
