import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { MAX_PAGE } from '../../../shared/connection.js';
import { MAX_LIST } from '../../../shared/filters.type.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import { CustomerPageArgs } from '../shipment/shipment.args.js';
import { RewardEntryKindEnum } from './reward.type.js';
import type { RewardEntryKind } from './reward-entry.js';

@InputType({ description: 'An empty list matches nothing.' })
export class RewardEntryFilter {
  @Field(() => [RewardEntryKindEnum], { nullable: true })
  @ArrayMaxSize(MAX_LIST)
  kind?: RewardEntryKind[] | null;
}

/** A page of the entries of a ledger, newest first. */
@ArgsType()
export class RewardEntriesArgs extends CustomerPageArgs {
  @Field(() => Int, { nullable: true, description: `How many items from the end, at most ${MAX_PAGE}.` })
  @Min(0)
  @Max(MAX_PAGE)
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items before this cursor.' })
  before?: string | null;

  @Field(() => RewardEntryFilter, { nullable: true })
  @ValidateNested()
  filter?: RewardEntryFilter | null;
}

/** Whose points are read. */
@ArgsType()
export class RewardsArgs {
  @Field(() => IdScalar, {
    nullable: true,
    description: "Staff name the customer; a customer's own is implied.",
  })
  @IsId()
  customerId?: string | null;
}
