import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../../shared/connection.js';
import { DateFilter, MAX_LIST, SearchText } from '../../../shared/filters.type.js';
import { SortDirection } from '../../../shared/sort-direction.js';
import { CustomerPageArgs, ShipmentFilter } from '../shipment/shipment.args.js';
import { QuoteStatusEnum } from './quote.type.js';
import type { QuoteStatus } from './quote-rules.js';

/** The fields that quotes can be ordered by. */
export enum QuoteOrderField {
  REFERENCE = 'REFERENCE',
  STATUS = 'STATUS',
  TOTAL_AMOUNT = 'TOTAL_AMOUNT',
  VALID_UNTIL = 'VALID_UNTIL',
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
}
registerEnumType(QuoteOrderField, {
  name: 'QuoteOrderField',
  description: "STATUS: in the order of a quote's life.",
});

/** An order of quotes. */
@InputType()
export class QuoteOrder {
  @Field(() => QuoteOrderField)
  field!: QuoteOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

@InputType({ description: 'Conditions are joined by AND. An empty list matches nothing.' })
export class QuoteFilter extends ShipmentFilter {
  @Field(() => [QuoteStatusEnum], { nullable: true, description: 'As of today.' })
  @ArrayMaxSize(MAX_LIST)
  status?: QuoteStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Every word must occur in the reference, the customer's reference or name, or a company, suburb, state or postcode. A whole reference such as QT-000001 finds that quote alone. At most 10 words.",
  })
  @SearchText()
  override search?: string | null;

  @Field(() => DateFilter, { nullable: true })
  validUntil?: DateFilter | null;
}

/** A page of the quotes, filtered and ordered. */
@ArgsType()
export class QuotesArgs extends PageArgs {
  @Field(() => QuoteFilter, { nullable: true })
  @ValidateNested()
  filter?: QuoteFilter | null;

  @Field(() => QuoteOrder, { nullable: true, description: 'Default: newest first.' })
  orderBy?: QuoteOrder | null;
}

/** A page of the quotes of one customer, newest first. */
@ArgsType()
export class CustomerQuotesArgs extends CustomerPageArgs {
  @Field(() => QuoteFilter, { nullable: true })
  @ValidateNested()
  filter?: QuoteFilter | null;
}
