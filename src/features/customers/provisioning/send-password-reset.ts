import { inTransaction } from '../../../db/in-transaction.js';
import { PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { mailResetLinkTo } from '../../identity/links/mail-reset-link.js';
import { lockAccount } from '../../user-admin/lock-portal-user.js';
import { accountTarget } from '../../users/portal-user.audit.js';
import type { ProvisioningDependencies } from '../customer-dependencies.js';
import { lockLive } from '../lock-customer.js';
import { loginOfCustomer } from './login-of-customer.js';

/**
 * Mails a customer's login a link that sets a new password.
 *
 * @throws NOT_FOUND also where the customer has no login, CONFLICT for an inactive one, FORBIDDEN for one that isn't a
 * customer's by its role
 */
export function sendPasswordReset(
  dependencies: ProvisioningDependencies,
  customerId: string,
  origin: Origin,
): Promise<void> {
  const { dataSource, customers, logins, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    await lockLive(tx, customers, customerId, 'customerId');
    const { id } = await loginOfCustomer(tx, customerId, origin);
    const user = await lockAccount(tx, logins.accounts, id);
    if (!user.active) {
      throw new PorticoError('CONFLICT', `"${user.username}" is not active; restore the access first.`);
    }
    await mailResetLinkTo(tx, logins, user);
    await audit.append(tx, origin, {
      action: 'PASSWORD_RESET_REQUESTED',
      target: accountTarget(user),
      changes: [fact('mailed', true)],
    });
  });
}
