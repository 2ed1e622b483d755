import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars.js';

/** How a customer's portal account stands. */
export const PORTAL_ACCOUNT_STATUSES = [
  'NONE',
  'PENDING',
  'ACTIVE',
  'PASSWORD_CHANGE_REQUIRED',
  'LOCKED',
  'REVOKED',
  'FAILED',
] as const;
export type PortalAccountStatus = (typeof PORTAL_ACCOUNT_STATUSES)[number];

export const PortalAccountStatusEnum = Object.fromEntries(
  PORTAL_ACCOUNT_STATUSES.map((status) => [status, status]),
);
registerEnumType(PortalAccountStatusEnum, {
  name: 'PortalAccountStatus',
  description: "How a customer's portal account stands.",
  valuesConfig: {
    NONE: { description: 'There is none, and none is being made.' },
    PENDING: { description: 'It is being made.' },
    PASSWORD_CHANGE_REQUIRED: { description: 'A new password must be chosen at the next sign-in.' },
    LOCKED: { description: 'Too many sign-ins failed of late.' },
    REVOKED: { description: 'The login is deactivated; its data stays.' },
    FAILED: { description: 'Making it failed; lastError says why.' },
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

  /** What `user` is resolved from. */
  userId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  createdAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastLoginAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no account, or why the last try to make one failed; for staff.',
  })
  lastError!: string | null;
}
