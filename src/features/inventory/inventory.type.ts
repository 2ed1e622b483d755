import { Field, Int, ObjectType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { IdScalar } from '../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../shared/scalars.js';

const NOT_A_NUMBER =
  "0 if the ERP's quantity is not a number (NaN or infinite); `unshown` then names the field.";

@ObjectType({ description: 'A customer as the ERP names it.' })
export class ErpCustomer {
  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One lot of one part in one bin.' })
export class InventoryItem {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ErpCustomer)
  erpCustomer!: ErpCustomer;

  @Field(() => String)
  partNumber!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true })
  warehouse!: string | null;

  @Field(() => String, { nullable: true })
  bin!: string | null;

  @Field(() => String, { nullable: true })
  lot!: string | null;

  @Field(() => String, { nullable: true, description: "The ERP's own status, such as AVAILABLE or HOLD." })
  status!: string | null;

  @Field(() => String, { description: 'The unit of the quantities, such as EA or KG.' })
  unit!: string;

  @Field(() => DecimalScalar, { description: NOT_A_NUMBER })
  quantityOnHand!: string;

  @Field(() => DecimalScalar, { description: NOT_A_NUMBER })
  quantityAllocated!: string;

  @Field(() => DecimalScalar, {
    description: `On hand minus allocated; negative if more is allocated than on hand. ${NOT_A_NUMBER}`,
  })
  quantityAvailable!: string;

  @Field(() => DateScalar, { nullable: true })
  receivedOn!: string | null;

  @Field(() => DateScalar, { nullable: true })
  expiresOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastMovedAt!: Date | null;

  @Field(() => [String], {
    description:
      "The names of the fields whose value the ERP has but that can't be shown: a date such as infinity is null, and a quantity that is not a number is 0. Empty for nearly all items.",
  })
  unshown!: string[];
}

@ObjectType({ simpleResolvers: true })
export class InventoryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => InventoryItem)
  node!: InventoryItem;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class InventoryConnection extends Connection {
  @Field(() => [InventoryEdge])
  edges!: InventoryEdge[];

  @Field(() => [InventoryItem])
  nodes!: InventoryItem[];

  @Field(() => DateTimeScalar, { description: 'When the ERP was read.' })
  asOf!: () => Promise<Date>;

  @Field(() => Boolean, {
    description: 'True if the ERP did not answer and this is its last good answer.',
  })
  stale!: () => Promise<boolean>;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A row of a report. Quantities in different units are never added: the unit is always part of the key.',
})
export class InventoryGroup {
  @Field(() => ErpCustomer, { nullable: true })
  erpCustomer!: ErpCustomer | null;

  @Field(() => String, { nullable: true })
  partNumber!: string | null;

  @Field(() => String, { nullable: true })
  warehouse!: string | null;

  @Field(() => String, { nullable: true })
  bin!: string | null;

  @Field(() => String, { nullable: true })
  lot!: string | null;

  @Field(() => String, { nullable: true })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Such as 2026-11.' })
  expiresMonth!: string | null;

  @Field(() => String)
  unit!: string;

  @Field(() => Int)
  itemCount!: number;

  @Field(() => DecimalScalar)
  quantityOnHand!: string;

  @Field(() => DecimalScalar)
  quantityAllocated!: string;

  @Field(() => DecimalScalar)
  quantityAvailable!: string;

  @Field(() => DateScalar, { nullable: true })
  earliestExpiry!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One value of a column, and how many rows have it under the other filters.',
})
export class InventoryFacet {
  @Field(() => String, { nullable: true, description: 'Null: rows without one.' })
  value!: string | null;

  @Field(() => Int)
  itemCount!: number;
}

/** Counts and sums of a part of the inventory. */
@ObjectType({ simpleResolvers: true })
export class InventoryTotals {
  @Field(() => Int)
  itemCount!: number;

  @Field(() => Int, { description: 'Distinct parts; the same part number of two customers counts twice.' })
  partCount!: number;

  @Field(() => Int, { description: 'Distinct bins; the same bin name in two warehouses counts twice.' })
  binCount!: number;

  @Field(() => [InventoryGroup])
  byUnit!: InventoryGroup[];

  @Field(() => DateTimeScalar, { description: 'When the ERP was read.' })
  asOf!: Date;

  @Field(() => Boolean, {
    description: 'True if the ERP did not answer and this is its last good answer.',
  })
  stale!: boolean;
}
