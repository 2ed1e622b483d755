import type { Tx } from '../../../db/in-transaction.js';
import { emailKey } from '../../../shared/folded-keys.js';
import { fact } from '../../audit/audit-event.js';
import { CustomerRecord } from '../../customers/customer.entity.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import { DEMO_CUSTOMER } from './demo-freight.js';
import type { DemoFreightDependencies } from './demo-freight-dependencies.js';

/**
 * The customer that the demo login belongs to. One that is deleted, or missing, is replaced: by the customer with the
 * demo's e-mail, or else by a new one.
 */
export async function findDemoCustomer(
  tx: Tx,
  dependencies: DemoFreightDependencies,
  userId: string,
): Promise<string> {
  const [login] = await tx.query<{ email: string; customerId: string | null }[]>(
    `select u.email, c.id as "customerId" from portal_user u
     left join customer c on c.id = u.customer_id and c.deleted_at is null
     where u.id = $1`,
    [userId],
  );
  if (login?.customerId) return login.customerId;
  const customerId = (await unlinkedCustomer(tx)) ?? (await createCustomer(tx, dependencies));
  await tx.query('update portal_user set customer_id = $2, version = version + 1 where id = $1', [
    userId,
    customerId,
  ]);
  const { audit, origin } = dependencies;
  await audit.append(tx, origin, {
    action: 'PORTAL_USER_UPDATED',
    target: portalUserTarget({ id: userId, email: login?.email ?? '' }),
    changes: [fact('customerId', customerId)],
  });
  return customerId;
}

async function unlinkedCustomer(tx: Tx): Promise<string | null> {
  const [customer] = await tx.query<{ id: string }[]>(
    `select c.id from customer c where c.email_key = $1 and c.deleted_at is null
       and not exists (select from portal_user u where u.customer_id = c.id)`,
    [emailKey(DEMO_CUSTOMER.email)],
  );
  return customer?.id ?? null;
}

async function createCustomer(
  tx: Tx,
  { customers, audit, origin }: DemoFreightDependencies,
): Promise<string> {
  const record = tx.create(CustomerRecord, { ...DEMO_CUSTOMER, source: 'API', provisioning: 'DONE' });
  const { id, email } = await customers.save(tx, record);
  const target = { type: 'CUSTOMER', id, label: email ?? '' } as const;
  await audit.append(tx, origin, { action: 'CUSTOMER_CREATED', target, changes: [fact('demo', true)] });
  return id;
}
