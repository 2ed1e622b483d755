import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.js';
import { DateFilter, DecimalFilter, FilterText, MAX_LIST, StringFilter } from '../../shared/filters.type.js';
import { SortDirection } from '../../shared/sort-direction.js';

const MAX_GROUPS = 5_000;
const MAX_FACET = 200;

/** The fields that the inventory can be ordered by. */
export enum InventoryOrderField {
  ERP_CUSTOMER = 'ERP_CUSTOMER',
  PART_NUMBER = 'PART_NUMBER',
  DESCRIPTION = 'DESCRIPTION',
  WAREHOUSE = 'WAREHOUSE',
  BIN = 'BIN',
  LOT = 'LOT',
  STATUS = 'STATUS',
  QUANTITY_ON_HAND = 'QUANTITY_ON_HAND',
  QUANTITY_AVAILABLE = 'QUANTITY_AVAILABLE',
  RECEIVED_ON = 'RECEIVED_ON',
  EXPIRES_ON = 'EXPIRES_ON',
  LAST_MOVED_AT = 'LAST_MOVED_AT',
}
registerEnumType(InventoryOrderField, { name: 'InventoryOrderField' });

/** The fields that a report can be grouped by. */
export enum InventoryGroupKey {
  ERP_CUSTOMER = 'ERP_CUSTOMER',
  PART_NUMBER = 'PART_NUMBER',
  WAREHOUSE = 'WAREHOUSE',
  BIN = 'BIN',
  LOT = 'LOT',
  STATUS = 'STATUS',
  EXPIRES_MONTH = 'EXPIRES_MONTH',
}
registerEnumType(InventoryGroupKey, {
  name: 'InventoryGroupKey',
  valuesConfig: {
    EXPIRES_MONTH: {
      description: 'The month of the expiry, such as 2026-11; null: no expiry, or one that can not be shown.',
    },
  },
});

/** One term of an order. */
@InputType()
export class InventoryOrder {
  @Field(() => InventoryOrderField)
  field!: InventoryOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

@InputType({ description: 'Conditions are joined by AND.' })
export class InventoryFilter {
  @Field(() => [String], {
    nullable: true,
    description: "Exact names. A name outside the viewer's scope is treated as unknown.",
  })
  @ArrayMaxSize(MAX_LIST)
  @FilterText({ each: true })
  erpCustomerNames?: string[] | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  partNumber?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  bin?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  warehouse?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  lot?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true })
  @ValidateNested()
  status?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true })
  quantityOnHand?: DecimalFilter | null;

  @Field(() => DecimalFilter, { nullable: true })
  quantityAvailable?: DecimalFilter | null;

  @Field(() => DateFilter, { nullable: true })
  expiresOn?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true })
  receivedOn?: DateFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'Every word must occur in the part number, description, lot or bin.',
  })
  @FilterText()
  search?: string | null;
}

/** Only a filter, without a page. */
@ArgsType()
export class InventoryFilterArgs {
  @Field(() => InventoryFilter, { nullable: true })
  @ValidateNested()
  filter?: InventoryFilter | null;
}

/** A page of the inventory, filtered and ordered. */
@ArgsType()
export class InventoryArgs extends PageArgs {
  @Field(() => InventoryFilter, { nullable: true })
  @ValidateNested()
  filter?: InventoryFilter | null;

  @Field(() => [InventoryOrder], {
    nullable: true,
    description: 'Default: by customer and part number. Nulls come last in both directions.',
  })
  @ArrayMaxSize(12)
  orderBy?: InventoryOrder[] | null;
}

/** What a report is grouped by, its filter, and its maximum number of rows. */
@ArgsType()
export class InventoryGroupsArgs extends InventoryFilterArgs {
  @Field(() => [InventoryGroupKey], { description: 'What to group by, in addition to the unit.' })
  @ArrayMaxSize(7)
  by!: InventoryGroupKey[];

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1000,
    description: `How many rows, at most ${MAX_GROUPS}.`,
  })
  @Min(0)
  @Max(MAX_GROUPS)
  first?: number | null;
}

/** The column whose values are listed, and which of them. */
@ArgsType()
export class InventoryFacetArgs extends InventoryFilterArgs {
  @Field(() => InventoryGroupKey, {
    description: "The column. The filter's own condition on it doesn't count.",
  })
  of!: InventoryGroupKey;

  @Field(() => String, {
    nullable: true,
    description: 'Only values that contain this text, ignoring case; months: only those that begin with it.',
  })
  @FilterText()
  search?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: `How many values, at most ${MAX_FACET}.`,
  })
  @Min(0)
  @Max(MAX_FACET)
  first?: number | null;
}
