import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../../shared/connection.js';
import { DateFilter, MAX_LIST, SearchText } from '../../../shared/filters.type.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import { SortDirection } from '../../../shared/sort-direction.js';
import { CustomerPageArgs, ShipmentFilter } from '../shipment/shipment.args.js';
import { ConnoteStatusEnum } from './connote-event.type.js';
import type { ConnoteStatus } from './connote-transitions.js';

/** The fields that connotes can be ordered by. */
export enum ConnoteOrderField {
  NUMBER = 'NUMBER',
  STATUS = 'STATUS',
  PICKUP_ON = 'PICKUP_ON',
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
}
registerEnumType(ConnoteOrderField, {
  name: 'ConnoteOrderField',
  description: "STATUS: in the order of a connote's life.",
});

/** An order of connotes. */
@InputType()
export class ConnoteOrder {
  @Field(() => ConnoteOrderField)
  field!: ConnoteOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

@InputType({ description: 'Conditions are joined by AND. An empty list matches nothing.' })
export class ConnoteFilter extends ShipmentFilter {
  @Field(() => [ConnoteStatusEnum], { nullable: true })
  @ArrayMaxSize(MAX_LIST)
  status?: ConnoteStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Every word must occur in the number, the customer's reference or name, or a company, suburb, state or postcode. A whole number such as CN-000001 finds that connote alone. At most 10 words.",
  })
  @SearchText()
  override search?: string | null;

  @Field(() => IdScalar, { nullable: true, description: 'Connotes that are allocated to this driver.' })
  @IsId()
  driverId?: string | null;

  @Field(() => DateFilter, { nullable: true })
  pickupOn?: DateFilter | null;
}

/** A page of the connotes, filtered and ordered. */
@ArgsType()
export class ConnotesArgs extends PageArgs {
  @Field(() => ConnoteFilter, { nullable: true })
  @ValidateNested()
  filter?: ConnoteFilter | null;

  @Field(() => ConnoteOrder, { nullable: true, description: 'Default: newest first.' })
  orderBy?: ConnoteOrder | null;
}

/** A page of the connotes of one customer, newest first. */
@ArgsType()
export class CustomerConnotesArgs extends CustomerPageArgs {
  @Field(() => ConnoteFilter, { nullable: true })
  @ValidateNested()
  filter?: ConnoteFilter | null;
}
