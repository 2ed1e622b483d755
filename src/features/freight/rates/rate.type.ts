import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IdScalar, IsId } from '../../../shared/id.js';
import { DateScalar, DecimalScalar } from '../../../shared/scalars.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import { ServiceLevelEnum } from '../shipment/shipment.type.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'A line of the rate card: what a lane costs for a service. Of those that apply, the latest validFrom decides, then the one that names more states.',
})
export class Rate {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ServiceLevelEnum)
  service!: ServiceLevel;

  @Field(() => String, { nullable: true, description: 'Null for any.' })
  originState!: string | null;

  @Field(() => String, { nullable: true, description: 'Null for any.' })
  destinationState!: string | null;

  @Field(() => DecimalScalar)
  base!: string;

  @Field(() => DecimalScalar, { description: 'For each kilogram of chargeable weight, on top of the base.' })
  perKg!: string;

  @Field(() => DecimalScalar)
  minimum!: string;

  @Field(() => String, { description: 'ISO 4217, such as AUD.' })
  currency!: string;

  @Field(() => DateScalar)
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null without an end.' })
  validUntil!: string | null;

  @Field(() => Int, { description: 'Send it with a change. An outdated version is refused with CONFLICT.' })
  version!: number;
}

@InputType({ description: 'With an id it replaces that rate, otherwise it adds one.' })
export class RateInput {
  @Field(() => IdScalar, { nullable: true })
  @IsId()
  id?: string | null;

  @Field(() => Int, { nullable: true })
  version?: number | null;

  @Field(() => ServiceLevelEnum)
  service!: ServiceLevel;

  @Field(() => String, { nullable: true, description: 'Such as NSW; any if left out.' })
  originState?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as VIC; any if left out.' })
  destinationState?: string | null;

  @Field(() => DecimalScalar, { description: 'At most 2 decimals.' })
  base!: string;

  @Field(() => DecimalScalar, { description: 'At most 4 decimals.' })
  perKg!: string;

  @Field(() => DecimalScalar, { description: 'At most 2 decimals.' })
  minimum!: string;

  @Field(() => String, { defaultValue: 'AUD' })
  currency!: string;

  @Field(() => DateScalar)
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true })
  validUntil?: string | null;
}
