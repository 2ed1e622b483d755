import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DecimalScalar } from '../../../shared/scalars.js';
import type { Address as ShippedAddress } from './address.js';
import { MAX_ITEMS, PACKAGINGS, type Packaging, type FreightItem as ShippedItem } from './freight-item.js';
import { SERVICE_LEVELS } from './shipment.js';

const enumOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** The GraphQL enum of service levels. All other code uses the plain string. */
export const ServiceLevelEnum = enumOf(SERVICE_LEVELS);
registerEnumType(ServiceLevelEnum, { name: 'ServiceLevel', description: 'How quickly goods travel.' });

/** The GraphQL enum of packagings. */
const PackagingEnum = enumOf(PACKAGINGS);
registerEnumType(PackagingEnum, { name: 'Packaging', description: 'How a unit is packed.' });

@ObjectType({
  simpleResolvers: true,
  description: 'Where goods are picked up or delivered. Contacts are for staff, the driver and the customer.',
})
export class Address implements ShippedAddress {
  @Field(() => String, { nullable: true })
  company!: string | null;

  @Field(() => String, { nullable: true })
  street!: string | null;

  @Field(() => String)
  suburb!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String, { nullable: true })
  postcode!: string | null;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2, such as AU.' })
  country!: string;

  @Field(() => String, { nullable: true })
  contactName!: string | null;

  @Field(() => String, { nullable: true })
  contactPhone!: string | null;
}

@InputType()
export class AddressInput {
  @Field(() => String, { nullable: true })
  company?: string | null;

  @Field(() => String, { nullable: true })
  street?: string | null;

  @Field(() => String)
  suburb!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String, { nullable: true })
  postcode?: string | null;

  @Field(() => String, { defaultValue: 'AU', description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true })
  contactName?: string | null;

  @Field(() => String, { nullable: true })
  contactPhone?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Goods that the UN lists as dangerous to transport.' })
export class DangerousGoods {
  @Field(() => String, { description: 'Such as UN1263.' })
  unNumber!: string;

  @Field(() => String, { description: 'Class or division, such as 3, 2.1 or 1.4S.' })
  class!: string;

  @Field(() => String, { nullable: true, description: 'I, II or III.' })
  packingGroup!: string | null;
}

@InputType()
export class DangerousGoodsInput {
  @Field(() => String, { description: 'Four digits, such as UN1263.' })
  unNumber!: string;

  @Field(() => String, { description: 'Class or division, such as 3, 2.1 or 1.4S.' })
  class!: string;

  @Field(() => String, { nullable: true, description: 'I, II or III.' })
  packingGroup?: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Equal units of goods. Weight and dimensions are of one unit.',
})
export class FreightItem implements ShippedItem {
  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => PackagingEnum)
  packaging!: Packaging;

  @Field(() => Int, { description: 'How many units.' })
  quantity!: number;

  @Field(() => DecimalScalar)
  weightKg!: string;

  @Field(() => DecimalScalar, { nullable: true })
  lengthCm!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  widthCm!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  heightCm!: string | null;

  @Field(() => DangerousGoods, { nullable: true })
  dangerousGoods!: DangerousGoods | null;
}

@InputType()
export class FreightItemInput {
  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => PackagingEnum, { defaultValue: 'CARTON' })
  packaging!: Packaging;

  @Field(() => Int, { defaultValue: 1 })
  quantity!: number;

  @Field(() => DecimalScalar, { description: 'Of one unit.' })
  weightKg!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Give all three dimensions, or none.' })
  lengthCm?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  widthCm?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  heightCm?: string | null;

  @Field(() => DangerousGoodsInput, { nullable: true })
  @ValidateNested()
  dangerousGoods?: DangerousGoodsInput | null;
}

/** The field takes the items of a shipment. */
export const FreightItems = (): PropertyDecorator => (target, property) => {
  ArrayMaxSize(MAX_ITEMS)(target, property);
  ValidateNested({ each: true })(target, property);
};
