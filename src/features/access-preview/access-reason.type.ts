import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { RoleEnum } from '../users/portal-user.type.js';

const ACCESS_REASONS = [
  'INACTIVE',
  'LOCKED',
  'TEMPORARY_PASSWORD_EXPIRED',
  'PASSWORD_CHANGE_REQUIRED',
  'NEVER_SIGNED_IN',
  'ALL_CUSTOMERS',
  'ALL_CUSTOMERS_BY_ROLE',
  'NO_STOCK_BY_ROLE',
  'NO_CUSTOMERS',
  'CUSTOMERS',
  'ASSIGNED_CUSTOMERS',
  'MISSING_CUSTOMERS',
  'EMPTY_CUSTOMERS',
  'ERP_UNAVAILABLE',
] as const;
const AccessReasonEnum = enumOf(ACCESS_REASONS);
registerEnumType(AccessReasonEnum, {
  name: 'AccessReasonCode',
  description: 'A rule that decides what a portal user sees. Each is said in the sentence beside it.',
});

@ObjectType({ simpleResolvers: true, description: 'One rule that decides what a portal user sees.' })
export class AccessReason {
  @Field(() => AccessReasonEnum)
  reason!: (typeof ACCESS_REASONS)[number];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it holds, or since when.' })
  at?: Date | null;

  @Field(() => RoleEnum, { nullable: true, description: 'The role that it follows from.' })
  role?: Role;

  @Field(() => [String], { nullable: true, description: 'The first ERP customers that it is about.' })
  names?: string[];

  @Field(() => Int, { nullable: true, description: 'How many more there are.' })
  moreNames?: number;

  @Field(() => String, { description: 'The rule in an English sentence.' })
  sentence!: string;
}
