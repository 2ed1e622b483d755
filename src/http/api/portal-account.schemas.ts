import { z } from 'zod';
import { PORTAL_ACCOUNT_STATUSES } from '../../features/customers/provisioning/portal-account.type.js';

/** The path parameters. Ids are read in any case, as in GraphQL. */
export const params = z.strictObject({ id: z.guid().toLowerCase().describe("The customer's id.") });
const time = z.iso.datetime().nullable();
const account = {
  accountExists: z.boolean(),
  email: z.string().nullable().describe("The login's e-mail."),
  userId: z.string().nullable(),
  createdAt: time,
};
/** The state of an account. */
export const accountSchema = z.object({
  ...account,
  lastLogin: time,
  status: z.enum(PORTAL_ACCOUNT_STATUSES).describe('The same as PortalAccountStatus in GraphQL.'),
});
/** The response if the account existed before the request. */
export const existingSchema = z.object({
  success: z.literal(true),
  message: z.literal('Portal account already exists'),
  accountExists: z.literal(true),
  userId: z.string(),
  email: z.string(),
});
/** The response if the account was created. */
export const createdSchema = z.object({
  success: z.literal(true),
  message: z.literal('Portal account created successfully'),
  accountExists: z.literal(false).describe('Whether the account existed before this request.'),
  userId: z.string(),
  email: z.string(),
  tempPassword: z
    .string()
    .describe('The temporary password. It is in this response only and cannot be read again.'),
  status: z.object(account),
});
/** The response of an operation that returns no data. */
export const successSchema = <Message extends string>(message: Message) =>
  z.object({ success: z.literal(true), message: z.literal(message) });

const flag = (what: string) => z.boolean().default(true).describe(what);

/** The options for creating an account. */
export const provisionRequestSchema = z.strictObject({
  sendWelcomeEmail: flag('Whether the customer gets a mail that explains how to sign in.'),
  autoConfirmEmail: flag("Whether the e-mail counts as confirmed without the customer's confirmation."),
});
