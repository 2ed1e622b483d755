import type { Tx } from '../../../db/in-transaction.js';
import { ROLE_IDS } from '../../../shared/auth.js';
import { PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';
import { customerNotFound } from '../lock-customer.js';

/**
 * The login of a customer who is locked already, for who acts on it. It isn't locked itself.
 *
 * @throws NOT_FOUND where the customer has none; FORBIDDEN for a login that isn't a customer's by its role, which is for
 * admins alone
 */
export async function findCustomerLogin(
  tx: Tx,
  customerId: string,
  { actorId }: Origin,
): Promise<PortalUserRecord> {
  const user = await tx.findOneBy(PortalUserRecord, { customerId });
  if (!user) throw customerNotFound('customerId', customerId, 'a customer without a portal account');
  if (user.roleId === ROLE_IDS.CUSTOMER) return user;
  const actor = actorId === null ? null : await tx.findOneBy(PortalUserRecord, { id: actorId });
  if (actor?.roleId === ROLE_IDS.ADMIN) return user;
  throw new PorticoError('FORBIDDEN', `"${user.username}" is no customer's login; only an admin acts on it.`);
}
