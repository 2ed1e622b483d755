import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.js';
import {
  DateFilter,
  DecimalFilter,
  FilterText,
  MAX_LIST,
  SearchText,
  StringFilter,
} from '../../shared/filters.type.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { SortDirection } from '../../shared/sort-direction.js';
import { PAYMENT_ORDER_FIELDS, type PaymentOrderField } from './payment.order.js';

/** The GraphQL enum. All other code uses the plain strings. */
const PaymentOrderFieldEnum = enumOf(PAYMENT_ORDER_FIELDS);
registerEnumType(PaymentOrderFieldEnum, { name: 'PaymentOrderField' });

/** One term of an order. */
@InputType()
export class PaymentOrder {
  @Field(() => PaymentOrderFieldEnum)
  field!: PaymentOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

@InputType({ description: 'Conditions are joined by AND.' })
export class PaymentFilter {
  @Field(() => [String], {
    nullable: true,
    description: "Exact names. A name outside the viewer's scope is treated as unknown.",
  })
  @ArrayMaxSize(MAX_LIST)
  @FilterText({ each: true })
  erpCustomerNames?: string[] | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  number?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  invoiceNumber?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  method?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  currency?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true })
  paidOn?: DateFilter | null;

  @Field(() => DecimalFilter, { nullable: true })
  amount?: DecimalFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Every word must occur in the number, the invoice's number or the reference.",
  })
  @SearchText()
  search?: string | null;
}

/** A page of the payments, filtered and ordered. */
@ArgsType()
export class PaymentArgs extends PageArgs {
  @Field(() => PaymentFilter, { nullable: true })
  @ValidateNested()
  filter?: PaymentFilter | null;

  @Field(() => [PaymentOrder], {
    nullable: true,
    description: 'Default: the latest first. Nulls come last in both directions.',
  })
  @ArrayMaxSize(PAYMENT_ORDER_FIELDS.length)
  orderBy?: PaymentOrder[] | null;
}
