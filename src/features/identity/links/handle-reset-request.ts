import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Job } from '../../../db/job-loop.js';
import { fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import type { TokenOwner } from './account-token.store.js';
import { mailResetLink } from './mail-reset-link.js';
import type { PasswordResetRequest } from './request-password-reset.js';

/** Per login. Keeps an attacker from filling an owner's mailbox. */
const MAX_MAILS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;

type Dependencies = Omit<LinkDependencies, 'jobs'>;

/** Handles a queued request for a link. If no active login has the address, nothing of what was typed is kept. */
export function handleResetRequest(
  dependencies: Dependencies,
  { data: { email, origin }, done }: Job<PasswordResetRequest>,
): Promise<void> {
  const { dataSource, accountTokens, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    await done(tx);
    // Locked, because otherwise two requests handled at once could both be the third within the hour.
    const owner = await accountTokens.lockOwnerOf(tx, email);
    if (!owner) return;
    const mailed = await mailUnlessTooMany(tx, dependencies, owner);
    const changes = [fact('mailed', mailed)];
    await audit.append(tx, origin, {
      action: 'PASSWORD_RESET_REQUESTED',
      target: portalUserTarget(owner),
      changes,
    });
  });
}

/** @returns false if the login has already been mailed as many links as an hour allows */
async function mailUnlessTooMany(tx: Tx, dependencies: Dependencies, owner: TokenOwner): Promise<boolean> {
  const { accountTokens, now } = dependencies;
  const since = new Date(now().getTime() - HOUR_MS);
  if ((await accountTokens.countSince(tx, owner.id, 'PASSWORD_RESET', since)) >= MAX_MAILS_PER_HOUR)
    return false;
  await mailResetLink(tx, dependencies, owner);
  return true;
}
