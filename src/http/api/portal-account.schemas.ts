import { z } from 'zod';
import { PORTAL_ACCOUNT_STATUSES } from '../../features/customers/provisioning/portal-account.type.js';

/** Whose account. */
export const params = z.strictObject({ id: z.guid().describe('The id of a customer.') });
const time = z.iso.datetime().nullable();
const account = {
  accountExists: z.boolean(),
  email: z.string().nullable().describe("The login's e-mail."),
  userId: z.string().nullable(),
  createdAt: time,
};
/** How an account stands. */
export const accountSchema = z.object({
  ...account,
  lastLogin: time,
  status: z.enum(PORTAL_ACCOUNT_STATUSES).describe('As PortalAccountStatus in GraphQL.'),
});
/** Asked for, and there before. */
export const existingSchema = z.object({
  success: z.literal(true),
  message: z.literal('Portal account already exists'),
  accountExists: z.literal(true),
  userId: z.string(),
  email: z.string(),
});
/** Asked for, and made. */
export const createdSchema = z.object({
  success: z.literal(true),
  message: z.literal('Portal account created successfully'),
  accountExists: z.literal(false).describe('Whether it existed before.'),
  userId: z.string(),
  email: z.string(),
  tempPassword: z.string().describe('In this answer once, and never again.'),
  status: z.object(account),
});
/** Done, and nothing more to say. */
export const successSchema = <Message extends string>(message: Message) =>
  z.object({ success: z.literal(true), message: z.literal(message) });

const flag = (what: string) => z.boolean().default(true).describe(what);

/** How an account is to begin. */
export const provisionRequestSchema = z.strictObject({
  sendWelcomeEmail: flag('Whether the customer is mailed how to sign in.'),
  autoConfirmEmail: flag("Whether the e-mail is taken for the customer's own without asking."),
});
