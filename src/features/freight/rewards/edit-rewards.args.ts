import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { IdScalar, IsId } from '../../../shared/id.js';

@InputType()
export class RedeemRewardsInput {
  @Field(() => IdScalar)
  @IsId()
  quoteId!: string;

  @Field(() => Int, {
    description:
      '1 or more, on top of those that are on the quote already. At most the balance, and the price.',
  })
  points!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the quote that the caller saw. An outdated one is refused with CONFLICT.',
  })
  version?: number | null;
}

@InputType()
export class AdjustRewardsInput {
  @Field(() => IdScalar)
  @IsId()
  customerId!: string;

  @Field(() => Int, { description: 'Below 0 to take points away. The balance is never below 0.' })
  points!: number;

  @Field(() => String, { description: 'Why. At most 1,000 characters. The customer sees it.' })
  note!: string;
}

/** Which points are used, on which quote. */
@ArgsType()
export class RedeemRewardsArgs {
  @Field(() => RedeemRewardsInput)
  @ValidateNested()
  input!: RedeemRewardsInput;
}

/** Whose points are adjusted, and why. */
@ArgsType()
export class AdjustRewardsArgs {
  @Field(() => AdjustRewardsInput)
  @ValidateNested()
  input!: AdjustRewardsInput;
}

/** The quote whose points are taken back. */
@ArgsType()
export class ReturnRewardsArgs {
  @Field(() => IdScalar)
  @IsId()
  quoteId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the quote that the caller saw. An outdated one is refused with CONFLICT.',
  })
  version?: number | null;
}
