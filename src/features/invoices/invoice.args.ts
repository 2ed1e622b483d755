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
import { INVOICE_ORDER_FIELDS, type InvoiceOrderField } from './invoice.order.js';
import { INVOICE_STATUSES, type InvoiceStatus } from './invoice-status.js';

/** The GraphQL enums. All other code uses the plain strings. */
export const InvoiceStatusEnum = enumOf(INVOICE_STATUSES);
registerEnumType(InvoiceStatusEnum, {
  name: 'InvoiceStatus',
  description: 'Whether an invoice is paid, as of today.',
  valuesConfig: {
    OPEN: { description: 'Something is still open, and not due before today; also an open credit note.' },
    OVERDUE: { description: 'Something is still to be paid, and was due before today.' },
    PAID: { description: 'Nothing is open.' },
  },
});
const InvoiceOrderFieldEnum = enumOf(INVOICE_ORDER_FIELDS);
registerEnumType(InvoiceOrderFieldEnum, { name: 'InvoiceOrderField' });

/** One term of an order. */
@InputType()
export class InvoiceOrder {
  @Field(() => InvoiceOrderFieldEnum)
  field!: InvoiceOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

@InputType({ description: 'Conditions are joined by AND.' })
export class InvoiceFilter {
  @Field(() => [String], {
    nullable: true,
    description: "Exact names. A name outside the viewer's scope is treated as unknown.",
  })
  @ArrayMaxSize(MAX_LIST)
  @FilterText({ each: true })
  erpCustomerNames?: string[] | null;

  @Field(() => [InvoiceStatusEnum], {
    nullable: true,
    description: 'One of these; an empty list matches nothing.',
  })
  @ArrayMaxSize(INVOICE_STATUSES.length)
  status?: InvoiceStatus[] | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  number?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  currency?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true })
  issuedOn?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true })
  dueOn?: DateFilter | null;

  @Field(() => DecimalFilter, { nullable: true })
  totalAmount?: DecimalFilter | null;

  @Field(() => DecimalFilter, { nullable: true })
  openAmount?: DecimalFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'Every word must occur in the number, reference or description.',
  })
  @SearchText()
  search?: string | null;
}

/** Only a filter, without a page. */
@ArgsType()
export class InvoiceFilterArgs {
  @Field(() => InvoiceFilter, { nullable: true })
  @ValidateNested()
  filter?: InvoiceFilter | null;
}

/** A page of the invoices, filtered and ordered. */
@ArgsType()
export class InvoiceArgs extends PageArgs {
  @Field(() => InvoiceFilter, { nullable: true })
  @ValidateNested()
  filter?: InvoiceFilter | null;

  @Field(() => [InvoiceOrder], {
    nullable: true,
    description: 'Default: the latest first. Nulls come last in both directions.',
  })
  @ArrayMaxSize(INVOICE_ORDER_FIELDS.length)
  orderBy?: InvoiceOrder[] | null;
}
