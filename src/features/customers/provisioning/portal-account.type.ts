import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars.js';

/** The statuses of a customer's portal account. */
export const PORTAL_ACCOUNT_STATUSES = [
  'NONE',
  'PENDING',
  'ACTIVE',
  'PASSWORD_CHANGE_REQUIRED',
  'LOCKED',
  'REVOKED',
  'FAILED',
] as const;
/** One of these statuses. */
export type PortalAccountStatus = (typeof PORTAL_ACCOUNT_STATUSES)[number];

/** The GraphQL enum of account statuses. All other code uses the plain string. */
export const PortalAccountStatusEnum = Object.fromEntries(
  PORTAL_ACCOUNT_STATUSES.map((status) => [status, status]),
);
registerEnumType(PortalAccountStatusEnum, {
  name: 'PortalAccountStatus',
  description: "The status of a customer's portal account.",
  valuesConfig: {
    NONE: { description: 'There is no account, and none is being created.' },
    PENDING: { description: 'It is being created.' },
    PASSWORD_CHANGE_REQUIRED: { description: 'The user must choose a new password at the next sign-in.' },
    LOCKED: { description: 'Too many sign-ins failed recently; the next one has to wait.' },
    REVOKED: { description: 'The login is deactivated; its data stays.' },
    FAILED: { description: 'Creating it failed; lastError says why.' },
  },
});

@ObjectType({ simpleResolvers: true, description: "A customer's login, or why there is none." })
export class PortalAccount {
  @Field(() => Boolean)
  accountExists!: boolean;

  @Field(() => PortalAccountStatusEnum)
  status!: PortalAccountStatus;

  @Field(() => String, { nullable: true, description: "The login's e-mail." })
  email!: string | null;

  /** The id that the `user` field is resolved from. */
  userId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  createdAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastLoginAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no account, or why the last attempt to create one failed; for staff.',
  })
  lastError!: string | null;
}
