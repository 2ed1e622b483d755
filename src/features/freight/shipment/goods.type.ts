import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import { DecimalScalar } from '../../../shared/scalars.js';
import { MAX_ITEMS, PACKAGINGS, type Packaging, type FreightItem as ShippedItem } from './freight-item.js';

/** The GraphQL enum of packagings. */
const PackagingEnum = enumOf(PACKAGINGS);
registerEnumType(PackagingEnum, { name: 'Packaging', description: 'How a unit is packed.' });

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
