import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { RoleEnum } from '../users/portal-user.type.js';
import { trimToNull } from '../users/portal-user-fields.js';
import type { PortalUserChange } from './user-change.js';

/** A new login. */
@InputType()
export class CreatePortalUserInput {
  @Field(() => String, {
    description: 'Letters, digits, dots, dashes and underscores; unique ignoring case and blanks around.',
  })
  username!: string;

  @Field(() => String, { description: 'Unique ignoring case, blanks around, and how the domain is written.' })
  email!: string;

  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @Field(() => RoleEnum, { defaultValue: 'CUSTOMER' })
  role!: Role;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'If true, a CUSTOMER sees the stock of every ERP customer.',
  })
  allErpCustomers!: boolean;

  @Field(() => [String], {
    defaultValue: [],
    description: 'The ERP customers whose stock a CUSTOMER sees, by their exact names in the ERP.',
  })
  erpCustomerNames!: string[];

  @Field(() => IdScalar, { nullable: true, description: 'The CRM customer that the login belongs to.' })
  customerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'If left out, a temporary one is generated and mailed.',
  })
  password?: string | null;
}

@InputType({
  description: 'A field that is left out or null stays as it is, except that null removes the displayName.',
})
export class UpdatePortalUserInput {
  @Field(() => IdScalar)
  @IsId()
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the edit is based on. An outdated one is refused with CONFLICT.',
  })
  version?: number | null;

  @Field(() => String, { nullable: true })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A new address gets a mail with a link to confirm it, and the old address gets a notice.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'False ends all sessions of the login.' })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  allErpCustomers?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The complete list: names that are not in it are removed.',
  })
  erpCustomerNames?: string[] | null;
}

/** The arguments of createPortalUser. */
@ArgsType()
export class CreatePortalUserArgs {
  @Field(() => CreatePortalUserInput)
  @ValidateNested()
  input!: CreatePortalUserInput;
}

/** The arguments of updatePortalUser. */
@ArgsType()
export class UpdatePortalUserArgs {
  @Field(() => UpdatePortalUserInput)
  @ValidateNested()
  input!: UpdatePortalUserInput;
}

/** The change that an input requests. */
export function toChange(input: UpdatePortalUserInput): PortalUserChange {
  const { username, email, displayName, role, active, allErpCustomers, erpCustomerNames } = input;
  const given = { username, email, role, active, allErpCustomers, erpCustomerNames };
  const change: PortalUserChange = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
  return displayName === undefined ? change : { ...change, displayName: trimToNull(displayName) };
}
