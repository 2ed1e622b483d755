import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { PageArgs } from '../../shared/connection.js';
import { FilterText, SearchText } from '../../shared/filters.type.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { SortDirection } from '../../shared/sort-direction.js';
import { RoleEnum } from './portal-user.type.js';

/** The fields that logins can be ordered by. */
export enum PortalUserOrderField {
  USERNAME = 'USERNAME',
  EMAIL = 'EMAIL',
  CREATED_AT = 'CREATED_AT',
  LAST_LOGIN_AT = 'LAST_LOGIN_AT',
}
registerEnumType(PortalUserOrderField, { name: 'PortalUserOrderField' });

/** An order of logins. */
@InputType()
export class PortalUserOrder {
  @Field(() => PortalUserOrderField)
  field!: PortalUserOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

/** The id of one login. */
@ArgsType()
export class PortalUserArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}

@InputType({ description: 'Conditions are joined by AND.' })
export class PortalUserFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Every word must occur in the user name, e-mail or display name.',
  })
  @SearchText()
  search?: string | null;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether sign-ins must wait now after too many failures.',
  })
  locked?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  mustChangePassword?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  emailConfirmed?: boolean | null;

  @Field(() => IdScalar, { nullable: true, description: 'The login of the CRM customer with this id.' })
  @IsId()
  customerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Logins that the ERP customer with this name is assigned to.',
  })
  @FilterText()
  erpCustomerName?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Logins that last signed in before this time, and those that never did.',
  })
  lastLoginBefore?: Date | null;
}

/** A page of the logins, filtered and ordered. */
@ArgsType()
export class PortalUsersArgs extends PageArgs {
  @Field(() => PortalUserFilter, { nullable: true })
  @ValidateNested()
  filter?: PortalUserFilter | null;

  @Field(() => PortalUserOrder, { nullable: true, description: 'Default: by user name.' })
  orderBy?: PortalUserOrder | null;
}
