import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { IdScalar, IsId } from '../../../shared/id.js';
import { DateScalar, DecimalScalar } from '../../../shared/scalars.js';
import { AddressInput } from '../shipment/address.type.js';
import { FreightItemInput, FreightItems } from '../shipment/goods.type.js';
import { ShipmentArgs } from '../shipment/shipment.args.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import { ServiceLevelEnum } from '../shipment/shipment.type.js';

@ArgsType()
export class ApproveQuoteArgs extends ShipmentArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that the caller saw. An outdated one is refused with CONFLICT: points change what is to be paid.',
  })
  version?: number | null;
}

@InputType({ description: 'Give a weight, or items.' })
export class RequestQuoteInput {
  @Field(() => AddressInput)
  @ValidateNested()
  origin!: AddressInput;

  @Field(() => AddressInput)
  @ValidateNested()
  destination!: AddressInput;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "In kilograms. The items' sum where items are given.",
  })
  weightKg?: string | null;

  @Field(() => [FreightItemInput], { nullable: true })
  @FreightItems()
  items?: FreightItemInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The customer's own word for it, such as an order number.",
  })
  customerReference?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Today or later.' })
  pickupOn?: string | null;

  @Field(() => ServiceLevelEnum, { defaultValue: 'STANDARD' })
  service!: ServiceLevel;

  @Field(() => IdScalar, {
    nullable: true,
    description: "Staff name the customer; a customer's own is implied.",
  })
  @IsId()
  customerId?: string | null;
}

@InputType()
export class PriceQuoteInput {
  @Field(() => IdScalar)
  @IsId()
  id!: string;

  @Field(() => DecimalScalar, { description: "Above 0, with at most 2 decimals, in the quote's currency." })
  totalAmount!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the price: today or later. If left out, the portal says for how long.',
  })
  validUntil?: string | null;
}

/** The input of a request for a quote. */
@ArgsType()
export class RequestQuoteArgs {
  @Field(() => RequestQuoteInput)
  @ValidateNested()
  input!: RequestQuoteInput;
}

/** The price of a quote. */
@ArgsType()
export class PriceQuoteArgs {
  @Field(() => PriceQuoteInput)
  @ValidateNested()
  input!: PriceQuoteInput;
}

/** Which quote is rejected, and why. */
@ArgsType()
export class RejectQuoteArgs extends ShipmentArgs {
  @Field(() => String, {
    nullable: true,
    description: 'At most 1,000 characters. Staff and the customer see it.',
  })
  note?: string | null;
}
