import { ArrayMaxSize, Max, Min } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { MAX_PAGE } from '../../../shared/connection.js';
import { DateFilter, MAX_LIST } from '../../../shared/filters.type.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import type { ServiceLevel } from './shipment.js';
import { ServiceLevelEnum } from './shipment.type.js';

/** The conditions that lists of quotes and of connotes have in common. */
@InputType()
export abstract class ShipmentFilter {
  @Field(() => [ServiceLevelEnum], { nullable: true })
  @ArrayMaxSize(MAX_LIST)
  service?: ServiceLevel[] | null;

  @Field(() => IdScalar, { nullable: true })
  @IsId()
  customerId?: string | null;

  @Field(() => DateFilter, { nullable: true, description: "Days in the portal's time zone." })
  createdOn?: DateFilter | null;

  /** Described by each list, as it names what it searches. */
  search?: string | null;
}

/** A page of a customer's quotes or connotes, newest first. */
@ArgsType()
export abstract class CustomerPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: `How many, at most ${MAX_PAGE}.` })
  @Min(0)
  @Max(MAX_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items after this cursor.' })
  after?: string | null;
}

/** The id of one quote or connote. */
@ArgsType()
export class ShipmentArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}
