import { Field, InputType, ObjectType } from 'type-graphql';
import type { Address as ShippedAddress } from './address.js';

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
