import { inTransaction } from '../../../db/in-transaction.js';
import { asAnonymous, type Origin } from '../../../shared/origin.js';
import type { LinkDependencies } from '../identity-dependencies.js';

/** The data of the job that handles a request for a link. */
export interface PasswordResetRequest {
  /** As it was typed. */
  email: string;
  origin: Origin;
}

/** No address is longer than this. */
const MAX_EMAIL = 320;

/**
 * Requests a link that resets a password. Whatever was typed, the same work is done in the same time, because only the
 * job finds out whether such a login exists.
 */
export async function requestPasswordReset(
  { dataSource, jobs }: Pick<LinkDependencies, 'dataSource' | 'jobs'>,
  email: string,
  origin: Origin,
): Promise<void> {
  const request: PasswordResetRequest = { email: toStorable(email), origin: asAnonymous(origin) };
  await inTransaction(dataSource, (tx) => jobs.send(tx, 'password-reset-request', request));
}

/** Replaces NUL and lone surrogates: PostgreSQL can't store them, and no login contains them. */
function toStorable(email: string): string {
  return email.slice(0, MAX_EMAIL).replace(/\0|\p{Cs}/gu, '\ufffd');
}
