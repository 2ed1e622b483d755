import { inTransaction } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import { asAnonymous } from '../sign-in/sign-in-events.js';

/** What a request for a link leaves behind, until it is worked off. */
export interface PasswordResetRequest {
  /** As it was typed. */
  email: string;
  origin: Origin;
}

/** No address is longer. */
const MAX_EMAIL = 320;

/**
 * Asks for a link that resets a password. Whatever was typed, the same is done in the same time: whether there is such a
 * login is found out later, by who works the request off.
 */
export function requestPasswordReset(
  { dataSource, jobs }: Pick<LinkDependencies, 'dataSource' | 'jobs'>,
  email: string,
  origin: Origin,
): Promise<void> {
  const request: PasswordResetRequest = { email: storable(email), origin: asAnonymous(origin) };
  return inTransaction(dataSource, (tx) => jobs.send(tx, 'password-reset-request', request));
}

/** PostgreSQL takes neither NUL nor halves of characters; no login has them. */
function storable(email: string): string {
  return email.slice(0, MAX_EMAIL).replace(/\0|\p{Cs}/gu, '\ufffd');
}
