import type { Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { issueConfirmationLink } from '../../identity/links/issue-confirmation-link.js';
import type { TemporaryPassword } from '../../identity/passwords/temporary-password.js';
import { insertPortalUser } from '../../users/insert-portal-user.js';
import type { PortalUserRecord } from '../../users/portal-user.entity.js';
import { MAX_DISPLAY_NAME } from '../../users/portal-user-fields.js';
import { usernameFromEmail } from '../../users/username-from-email.js';
import type { CustomerRecord } from '../customer.entity.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';

/** Options for a new account. */
export interface AccountOptions {
  sendWelcomeEmail: boolean;
  /** Marks the e-mail as confirmed without asking the customer. */
  autoConfirmEmail: boolean;
}

/** An account to create. */
export interface NewAccount extends AccountOptions {
  customer: CustomerRecord & { email: string };
  temporary: TemporaryPassword;
  origin: Origin;
}

/**
 * Creates a customer's login, with role CUSTOMER and without access to any ERP customer's stock; staff assign that
 * later. The caller has locked the customer, and has checked that they have no login and that no other login has the
 * e-mail.
 *
 * @throws CONFLICT if another transaction has just taken the user name or e-mail
 */
export async function addAccount(
  tx: Tx,
  dependencies: CustomerDependencies,
  { customer, temporary, origin, sendWelcomeEmail, autoConfirmEmail }: NewAccount,
): Promise<PortalUserRecord> {
  const { userAdmin, provisioning, audit } = dependencies;
  const user = await insertPortalUser(
    tx,
    { users: userAdmin.users, audit, origin },
    {
      username: await userAdmin.store.freeUsername(tx, usernameFromEmail(customer.email)),
      email: customer.email,
      displayName: displayNameOf(customer),
      role: 'CUSTOMER',
      passwordHash: temporary.passwordHash,
      mustChangePassword: true,
      temporaryPasswordExpiresAt: temporary.expiresAt,
      allErpCustomers: false,
      erpCustomerNames: [],
      customerId: customer.id,
      emailConfirmed: autoConfirmEmail,
    },
  );
  await provisioning.markAccountCreated(tx, customer.id);
  if (sendWelcomeEmail) await postWelcomeMail(tx, dependencies, user, temporary);
  const changes = [
    fact('userId', user.id),
    fact('username', user.username),
    fact('email', user.email),
    fact('welcomeMailSent', sendWelcomeEmail),
  ];
  await audit.append(tx, origin, {
    action: 'PORTAL_ACCOUNT_PROVISIONED',
    target: customerTarget(customer),
    changes,
  });
  return user;
}

async function postWelcomeMail(
  tx: Tx,
  { userAdmin: { identity, outbox } }: CustomerDependencies,
  user: PortalUserRecord,
  { password, expiresAt }: TemporaryPassword,
): Promise<void> {
  const confirmation = user.emailConfirmed ? null : await issueConfirmationLink(tx, identity, user);
  await outbox.post(tx, {
    to: user.email,
    template: 'WELCOME',
    data: {
      username: user.username,
      temporaryPassword: password,
      expiresAt: expiresAt.toISOString(),
      confirmationToken: confirmation?.token ?? null,
      role: 'CUSTOMER',
    },
  });
}

function displayNameOf({ firstName, lastName }: CustomerRecord): string {
  const name = `${firstName} ${lastName}`.replace(/[\p{Zl}\p{Zp}]+/gu, ' ');
  return [...name].slice(0, MAX_DISPLAY_NAME).join('').trim();
}
