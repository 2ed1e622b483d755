import type { Tx } from '../../../db/in-transaction.js';
import { ROLE_IDS } from '../../../shared/auth.js';
import { PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';
import { customerNotFound } from '../lock-customer.js';

/**
 * Finds a customer's login and checks that the caller may change it. The caller has locked the customer; the login
 * isn't locked.
 *
 * @throws NOT_FOUND if the customer has no login; FORBIDDEN if the login's role isn't CUSTOMER and the caller isn't an
 * admin
 */
export async function findCustomerLogin(
  tx: Tx,
  customerId: string,
  { actorId }: Origin,
): Promise<PortalUserRecord> {
  const user = await tx.findOneBy(PortalUserRecord, { customerId });
  if (!user)
    throw customerNotFound('customerId', customerId, 'a customer without a portal account', {
      reason: 'LACKS',
      params: { what: 'ACCOUNT' },
    });
  if (user.roleId === ROLE_IDS.CUSTOMER) return user;
  const actor = actorId === null ? null : await tx.findOneBy(PortalUserRecord, { id: actorId });
  if (actor?.roleId === ROLE_IDS.ADMIN) return user;
  throw new PorticoError(
    'FORBIDDEN',
    `"${user.username}" is not a customer's login; only an admin may do this.`,
  );
}
