import { Field, Int, ObjectType } from 'type-graphql';

/** Sums of the rows in one unit. */
@ObjectType('InventoryGroup')
export class TotalsOfUnit {
  @Field(() => String)
  unit!: string;

  @Field(() => Int)
  itemCount!: number;

  @Field(() => String)
  quantityOnHand!: string;

  @Field(() => String)
  quantityAvailable!: string;
}

/** The totals of a customer's stock. */
@ObjectType()
export class InventoryTotals {
  @Field(() => Int)
  itemCount!: number;

  @Field(() => [TotalsOfUnit])
  byUnit!: TotalsOfUnit[];
}
