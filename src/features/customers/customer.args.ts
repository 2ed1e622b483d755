import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.js';
import { SearchText } from '../../shared/filters.type.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { SortDirection } from '../../shared/sort-direction.js';
import type { CustomerSource } from './customer.entity.js';
import { CustomerSourceEnum } from './customer.type.js';
import { type PortalAccountStatus, PortalAccountStatusEnum } from './provisioning/portal-account.type.js';

@InputType({ description: 'Conditions are joined by AND.' })
export class CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Every word must occur in the first name, last name, company, e-mail or phone.',
  })
  @SearchText()
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  hasPortalAccount?: boolean | null;

  @Field(() => PortalAccountStatusEnum, { nullable: true })
  accountStatus?: PortalAccountStatus | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  includeDeleted?: boolean | null;
}

/** The fields that customers can be ordered by. */
export enum CustomerOrderField {
  NAME = 'NAME',
  COMPANY = 'COMPANY',
  CREATED_AT = 'CREATED_AT',
  LAST_LOGIN_AT = 'LAST_LOGIN_AT',
}
registerEnumType(CustomerOrderField, {
  name: 'CustomerOrderField',
  description: 'NAME is the last name, then the first.',
});

@InputType({ description: 'An order of customers. Those without a value come last.' })
export class CustomerOrder {
  @Field(() => CustomerOrderField)
  field!: CustomerOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

/** A page of the customers, filtered and ordered. */
@ArgsType()
export class CustomersArgs extends PageArgs {
  @Field(() => CustomerFilter, { nullable: true })
  @ValidateNested()
  filter?: CustomerFilter | null;

  @Field(() => CustomerOrder, { nullable: true, description: 'Default: newest first.' })
  orderBy?: CustomerOrder | null;
}

/** The id of one customer. */
@ArgsType()
export class CustomerArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}

/** The fields of a new customer. */
@InputType()
export class CreateCustomerInput {
  @Field(() => String)
  firstName!: string;

  @Field(() => String)
  lastName!: string;

  @Field(() => String, { nullable: true })
  company?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => CustomerSourceEnum, { defaultValue: 'API' })
  source!: CustomerSource;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'If true and there is an e-mail, an account is created in the background and a welcome mail is sent.',
  })
  provisionPortalAccount!: boolean;
}

@InputType({ description: 'A field that is left out stays unchanged; null clears an optional field.' })
export class UpdateCustomerInput {
  @Field(() => IdScalar)
  @IsId()
  id!: string;

  @Field(() => Int, { nullable: true })
  version?: number | null;

  @Field(() => String, { nullable: true })
  firstName?: string | null;

  @Field(() => String, { nullable: true })
  lastName?: string | null;

  @Field(() => String, { nullable: true })
  company?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;
}
