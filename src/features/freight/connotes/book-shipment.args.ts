import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IdScalar, IsId } from '../../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../shared/scalars.js';
import { AddressInput } from '../shipment/address.type.js';
import { FreightItemInput, FreightItems } from '../shipment/goods.type.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import { ServiceLevelEnum } from '../shipment/shipment.type.js';

@InputType({
  description:
    'Books an approved quote, or else goods on a lane. With a quote, lane, goods, service and price are those of the quote; the addresses may add what it leaves out.',
})
export class BookShipmentInput {
  @Field(() => IdScalar, { nullable: true, description: 'An approved quote that is not booked yet.' })
  @IsId()
  quoteId?: string | null;

  @Field(() => AddressInput, { nullable: true })
  @ValidateNested()
  pickup?: AddressInput | null;

  @Field(() => AddressInput, { nullable: true })
  @ValidateNested()
  delivery?: AddressInput | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "In kilograms. The items' sum where items are given.",
  })
  weightKg?: string | null;

  @Field(() => [FreightItemInput], { nullable: true })
  @FreightItems()
  items?: FreightItemInput[] | null;

  @Field(() => ServiceLevelEnum, { nullable: true, description: 'STANDARD if left out.' })
  service?: ServiceLevel | null;

  @Field(() => IdScalar, {
    nullable: true,
    description: "Staff name the customer unless the quote does; a customer's own is implied.",
  })
  @IsId()
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: "The customer's own word for it." })
  customerReference?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Today or later.' })
  pickupOn?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on the goods can be picked up.' })
  readyAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'What the driver must know.' })
  instructions?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'If true, nothing happens until it is moved to PENDING.',
  })
  draft!: boolean;
}
