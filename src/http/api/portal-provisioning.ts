import { z } from 'zod';
import type { CustomerDependencies } from '../../features/customers/customer-dependencies.js';
import type { PortalAccountStore } from '../../features/customers/provisioning/portal-account.store.js';
import type { PortalAccount } from '../../features/customers/provisioning/portal-account.type.js';
import { provisionAccount } from '../../features/customers/provisioning/provision-account.js';
import { revokeAccess } from '../../features/customers/provisioning/revoke-access.js';
import { sendPasswordReset } from '../../features/customers/provisioning/send-password-reset.js';
import type { Role } from '../../shared/auth.js';
import { type FieldProblem, notFound, PorticoError } from '../../shared/errors.js';
import { type ApiOperation, answerWith, operation } from './operation.js';
import {
  accountSchema,
  createdSchema,
  existingSchema,
  params,
  provisionRequestSchema,
  successSchema,
} from './portal-account.schemas.js';

/** What the operations on portal accounts need. */
export interface PortalProvisioning {
  dependencies: CustomerDependencies;
  accounts: Pick<PortalAccountStore, 'byCustomer'>;
}

const STAFF: readonly Role[] = ['ADMIN', 'OPERATIONS'];
const NO_CUSTOMER = 'There is no such customer.';
const NO_LIVE_CUSTOMER = 'There is no such customer, or it has been deleted.';
const NO_ACCOUNT = 'There is no such customer, or it has no portal account.';

/** The REST operations to read, create, reset and revoke the portal account of a customer. */
export function portalProvisioning(input: PortalProvisioning): ApiOperation[] {
  return [readAccount(input), provision(input), resetPassword(input), revoke(input)];
}

const shared = { path: '/customers/{id}/provision-portal', requires: STAFF, params } as const;

function readAccount({ accounts }: PortalProvisioning): ApiOperation {
  return operation({
    ...shared,
    method: 'get',
    id: 'readPortalAccount',
    summary: "Returns the state of a customer's portal account.",
    body: null,
    answers: { 200: { description: 'The account.', name: 'PortalAccount', schema: accountSchema } },
    problems: { 404: NO_CUSTOMER },
    handle: async ({ params: { id } }) => {
      const found = await accountOf(accounts, id);
      const { lastLoginAt, status } = found;
      const lastLogin = lastLoginAt?.toISOString() ?? null;
      return answerWith(200, { ...accountFields(found), lastLogin, status });
    },
  });
}

function provision({ dependencies, accounts }: PortalProvisioning): ApiOperation {
  return operation({
    ...shared,
    method: 'post',
    id: 'provisionPortalAccount',
    summary: "Creates a customer's portal account if there is none.",
    description: 'An existing account stays unchanged, so a retry is safe.',
    body: { name: 'ProvisionRequest', schema: provisionRequestSchema },
    answers: {
      200: {
        description: 'The account existed; nothing has changed.',
        name: 'ExistingAccount',
        schema: existingSchema,
      },
      201: { description: 'The account was created.', name: 'CreatedAccount', schema: createdSchema },
    },
    problems: { 404: NO_LIVE_CUSTOMER, 409: "Another login has the customer's e-mail." },
    handle: async ({ params: { id }, body, origin }) => {
      const { temporaryPassword: tempPassword } = await provisionAccount(
        dependencies,
        { customerId: id, ...body },
        origin,
      ).catch(withPathParameterNames);
      const status = accountFields(await accountOf(accounts, id));
      const login = { success: true, ...loginOf(status) } as const;
      // Only a new account has a temporary password.
      if (tempPassword === null) {
        return answerWith(200, { ...login, message: 'Portal account already exists', accountExists: true });
      }
      const message = 'Portal account created successfully';
      return answerWith(201, { ...login, message, accountExists: false, tempPassword, status });
    },
  });
}

function resetPassword({ dependencies }: PortalProvisioning): ApiOperation {
  const message = 'Password reset email sent';
  return operation({
    ...shared,
    method: 'patch',
    id: 'sendPortalPasswordReset',
    summary: 'Mails the login a link that sets a new password.',
    body: { name: 'NoFields', schema: z.strictObject({}) },
    answers: {
      200: { description: 'The mail is queued.', name: 'ResetSent', schema: successSchema(message) },
    },
    problems: { 404: NO_ACCOUNT, 409: 'The login is not active.' },
    handle: async ({ params: { id }, origin }) => {
      await sendPasswordReset(dependencies, id, origin).catch(withPathParameterNames);
      return answerWith(200, { success: true, message });
    },
  });
}

function revoke({ dependencies }: PortalProvisioning): ApiOperation {
  const message = 'Portal access revoked';
  return operation({
    ...shared,
    method: 'delete',
    id: 'revokePortalAccess',
    summary: 'Deactivates the login and ends its sessions immediately. Its data is kept.',
    description: 'A login that is already inactive stays unchanged, so a retry is safe.',
    body: null,
    answers: {
      200: { description: 'The login is inactive.', name: 'AccessRevoked', schema: successSchema(message) },
    },
    problems: { 404: NO_ACCOUNT, 409: 'The login belongs to the last active admin.' },
    handle: async ({ params: { id }, origin }) => {
      await revokeAccess(dependencies, id, origin).catch(withPathParameterNames);
      return answerWith(200, { success: true, message });
    },
  });
}

async function accountOf(accounts: PortalProvisioning['accounts'], id: string): Promise<PortalAccount> {
  const found = (await accounts.byCustomer([id])).get(id);
  if (found) return found;
  throw notFound({ path: 'id', message: `found "${id}", one that no customer has`, reason: 'UNKNOWN' });
}

function accountFields({ accountExists, email, userId, createdAt }: PortalAccount) {
  return { accountExists, email, userId, createdAt: createdAt?.toISOString() ?? null };
}

/** The login of an account that must exist. */
function loginOf({ userId, email }: Pick<PortalAccount, 'userId' | 'email'>) {
  if (userId === null || email === null)
    throw new Error('the portal account was removed right after it was created');
  return { userId, email };
}

/** Renames `customerId`, the name that the use cases give in errors, to `id`, the path parameter of this API. */
function withPathParameterNames(error: unknown): never {
  if (!(error instanceof PorticoError)) throw error;
  const { code, message, extensions } = error;
  const fields = extensions['fields'] as FieldProblem[] | undefined;
  if (!fields) throw error;
  const renamed = fields.map((field) => ({
    ...field,
    path: field.path.replace(/^(input\.)?customerId$/, 'id'),
  }));
  const detail = message.replace(/^(input\.)?customerId: /, 'id: ');
  throw new PorticoError(code, detail, { ...extensions, fields: renamed }, { cause: error });
}
