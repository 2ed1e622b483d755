import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { PageArgs } from '../../shared/connection.js';
import { FilterText } from '../../shared/filters.type.js';
import { IsId } from '../../shared/id-field.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { SortDirection } from '../../shared/sort-direction.js';
import { RoleEnum } from './portal-user.type.js';

export enum PortalUserOrderField {
  USERNAME = 'USERNAME',
  EMAIL = 'EMAIL',
  CREATED_AT = 'CREATED_AT',
  LAST_LOGIN_AT = 'LAST_LOGIN_AT',
}
registerEnumType(PortalUserOrderField, { name: 'PortalUserOrderField' });

@InputType()
export class PortalUserOrder {
  @Field(() => PortalUserOrderField)
  field!: PortalUserOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

@ArgsType()
export class PortalUserArgs {
  @Field(() => ID)
  @IsId()
  id!: string;
}

@InputType({ description: 'A login must match every given field.' })
export class PortalUserFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Every word must occur in the user name, e-mail or display name.',
  })
  @FilterText()
  search?: string | null;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether sign-ins have to wait now after too many failures.',
  })
  locked?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Logins that this ERP customer is assigned to by name.',
  })
  @FilterText()
  erpCustomerName?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Logins last used before this time, and those never used.',
  })
  lastLoginBefore?: Date | null;
}

@ArgsType()
export class PortalUsersArgs extends PageArgs {
  @Field(() => PortalUserFilter, { nullable: true })
  @ValidateNested()
  filter?: PortalUserFilter | null;

  @Field(() => PortalUserOrder, { nullable: true, description: 'Default: by user name.' })
  orderBy?: PortalUserOrder | null;
}
