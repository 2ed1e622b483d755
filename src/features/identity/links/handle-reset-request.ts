import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Job } from '../../../db/job-loop.js';
import { fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { LinkDependencies } from '../identity-dependencies.js';
import type { TokenOwner } from './account-token.store.js';
import { mailResetLink } from './mail-reset-link.js';
import type { PasswordResetRequest } from './request-password-reset.js';

/** The maximum for one login, so that an attacker can't fill the owner's mailbox. */
const MAX_MAILS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;

type Dependencies = Omit<LinkDependencies, 'jobs'>;

/** Handles a queued request for a link. If no active login has the address, nothing that was typed is stored. */
export function handleResetRequest(
  dependencies: Dependencies,
  { data: { email, origin }, done }: Job<PasswordResetRequest>,
): Promise<void> {
  const { dataSource, accountTokens, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    await done(tx);
    // Locked, because otherwise two concurrent jobs could both send the third mail within the hour.
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

/** Mails a link. @returns false if the login has already got the maximum number of links within an hour */
async function mailUnlessTooMany(tx: Tx, dependencies: Dependencies, owner: TokenOwner): Promise<boolean> {
  const { accountTokens, now } = dependencies;
  const since = new Date(now().getTime() - HOUR_MS);
  const issued = await accountTokens.countSince(tx, owner.id, { purposes: ['PASSWORD_RESET'], since });
  if (issued >= MAX_MAILS_PER_HOUR) return false;
  await mailResetLink(tx, dependencies, owner);
  return true;
}
