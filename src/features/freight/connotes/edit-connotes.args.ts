import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { IdScalar, IsId } from '../../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../shared/scalars.js';
import { MAX_PROOF_PHOTOS } from '../proof/photo.entity.js';
import type { AttemptReason } from './connote-event.js';
import { AttemptReasonEnum, ConnoteStatusEnum } from './connote-event.type.js';
import type { ConnoteStatus } from './connote-transitions.js';

@InputType({ description: 'What shows that goods were delivered. Written once, and never changed.' })
export class ProofOfDeliveryInput {
  @Field(() => String, { description: 'The name of who received the goods.' })
  receivedBy!: string;

  @Field(() => String, { nullable: true, description: 'Base64, at most 100 KB.' })
  signaturePng?: string | null;

  @Field(() => [IdScalar], { nullable: true, description: `At most ${MAX_PROOF_PHOTOS}, uploaded before.` })
  @ArrayMaxSize(MAX_PROOF_PHOTOS)
  @IsId({ each: true })
  photoIds?: string[] | null;
}

@InputType()
export class UpdateConnoteStatusInput {
  @Field(() => IdScalar)
  @IsId()
  id!: string;

  @Field(() => ConnoteStatusEnum)
  to!: ConnoteStatus;

  @Field(() => ConnoteStatusEnum, {
    nullable: true,
    description: 'The status that the caller saw. If it is another by now, the answer is CONFLICT.',
  })
  from?: ConnoteStatus | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that the caller saw. An outdated one is refused with CONFLICT, even if the status is the same.',
  })
  version?: number | null;

  @Field(() => IdScalar, { nullable: true, description: 'For ALLOCATED: an active driver.' })
  @IsId()
  driverId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'For CONFIRMED, ALLOCATED or IN_TRANSIT.' })
  estimatedDeliveryOn?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'For IN_TRANSIT or DELIVERED: when it was done, if it is entered late. At most 7 days ago, and not before the last step of the connote; notes are no steps.',
  })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'The customer sees it.' })
  note?: string | null;

  @Field(() => ProofOfDeliveryInput, { nullable: true, description: 'For DELIVERED.' })
  @ValidateNested()
  proof?: ProofOfDeliveryInput | null;
}

@InputType({
  description: 'The price of a connote that was booked without a quote and is not confirmed yet.',
})
export class PriceConnoteInput {
  @Field(() => IdScalar)
  @IsId()
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the price is based on. An outdated one is refused with CONFLICT.',
  })
  version?: number | null;

  @Field(() => DecimalScalar, { description: 'Above 0, with at most 2 decimals.' })
  totalAmount!: string;
}

@InputType({ description: 'A delivery that failed. The connote stays IN_TRANSIT.' })
export class RecordAttemptInput {
  @Field(() => IdScalar)
  @IsId()
  id!: string;

  @Field(() => AttemptReasonEnum)
  reason!: AttemptReason;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was done, if it is entered late. At most 7 days ago, and not before the last step of the connote; notes are no steps.',
  })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'The customer sees it.' })
  note?: string | null;
}
