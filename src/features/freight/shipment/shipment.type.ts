import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { SizedBy } from '../../../shared/list-size.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../shared/scalars.js';
import { MAX_ITEMS } from './freight-item.js';
import { FreightItem } from './goods.type.js';
import { SERVICE_LEVELS, type ServiceLevel } from './shipment.js';

/** The GraphQL enum of service levels. */
export const ServiceLevelEnum = enumOf(SERVICE_LEVELS);
registerEnumType(ServiceLevelEnum, { name: 'ServiceLevel', description: 'How quickly goods travel.' });

/** The fields that quotes and connotes have in common. */
@ObjectType()
export abstract class ShipmentFields {
  @Field(() => IdScalar)
  id!: string;

  customerId!: string;

  @Field(() => ServiceLevelEnum)
  service!: ServiceLevel;

  @SizedBy(() => MAX_ITEMS)
  @Field(() => [FreightItem])
  items!: FreightItem[];

  @Field(() => DecimalScalar)
  weightKg!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Cubic metres times the portal's cubic factor; null if no item has dimensions.",
  })
  cubicWeightKg!: string | null;

  @Field(() => DecimalScalar, { description: 'The larger of weight and cubic weight: what is charged.' })
  chargeableWeightKg!: string;

  @Field(() => String, { description: 'ISO 4217, such as AUD.' })
  currency!: string;

  @Field(() => String, {
    nullable: true,
    description: "The customer's own word for it, such as an order number.",
  })
  customerReference!: string | null;

  @Field(() => DateScalar, { nullable: true })
  pickupOn!: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;
}
