const LONGEST = 50;
const OTHERWISE = 'customer';

/**
 * A user name made from an e-mail's local part: what a user name can't have is left out, and where too little remains it is
 * "customer". Short enough for a number behind it.
 */
export function usernameFromEmail(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@')).normalize('NFC');
  const tame = local.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[._-]+/, '');
  const name = [...tame]
    .slice(0, LONGEST)
    .join('')
    .replace(/[._-]+$/, '');
  return [...name].length < 2 ? OTHERWISE : name;
}
