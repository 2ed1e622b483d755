/** A token is renewed this long before it expires or, if it is good for a shorter time, in the last quarter of that. */
const EARLY_MS = 60_000;

/**
 * From when on a token that has just come is to be renewed, by this machine's clock, in ms. How long it is good is the
 * difference of its own two times: this clock may be wrong, and a token that always seemed old would be renewed for ever.
 */
export function renewalOf({ accessToken, expiresAt }: { accessToken: string; expiresAt: string }): number {
  const lifetime = lifetimeOf(accessToken) ?? Date.parse(expiresAt) - Date.now();
  return Date.now() + lifetime - Math.min(EARLY_MS, lifetime / 4);
}

/** Tells sessions apart; all tokens of one session have the same. */
export const sessionIdOf = (token: string): string => claimsOf(token)?.sid ?? token;

/** In ms; null if the token doesn't say. */
function lifetimeOf(token: string): number | null {
  const { iat = Number.NaN, exp = Number.NaN } = claimsOf(token) ?? {};
  return Number.isFinite(exp - iat) ? (exp - iat) * 1000 : null;
}

/** What the token says; null if it can't be read. */
function claimsOf(token: string): { sid?: string; iat?: number; exp?: number } | null {
  try {
    const payload = token.split('.')[1] ?? '';
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}
