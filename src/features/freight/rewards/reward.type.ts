import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../../shared/connection.js';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { DateScalar, DateTimeScalar } from '../../../shared/scalars.js';
import { REWARD_ENTRY_KINDS, type RewardEntryKind } from './reward-entry.js';

/** The GraphQL enum of the kinds of entries. All other code uses the plain string. */
export const RewardEntryKindEnum = enumOf(REWARD_ENTRY_KINDS);
registerEnumType(RewardEntryKindEnum, {
  name: 'RewardEntryKind',
  description: 'Why the points of a customer rose or fell.',
  valuesConfig: {
    EARNED: { description: 'A connote was delivered.' },
    REDEEMED: { description: 'They were used on a quote.' },
    RETURNED: {
      description:
        'They came back from a quote: the customer took them back, it was rejected or expired, or its connote was cancelled.',
    },
    ADJUSTED: { description: 'An admin gave or took them; the note says why.' },
    EXPIRED: { description: 'Their last day has passed.' },
  },
});

/** The points of a customer. All fields are resolved by their own queries. */
@ObjectType({ description: 'The points of a customer: what they are worth, and each change of them.' })
export class Rewards {
  customerId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The next points that expire, if they are not used.' })
export class RewardExpiry {
  @Field(() => Int)
  points!: number;

  @Field(() => DateScalar, { description: 'Their last day.' })
  on!: string;
}

@ObjectType({ description: 'A change of the points of a customer. Entries are only added, never changed.' })
export class RewardEntry {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => RewardEntryKindEnum)
  kind!: RewardEntryKind;

  @Field(() => Int, { description: 'Below 0 if the balance fell.' })
  points!: number;

  @Field(() => Int, { description: 'After the entry.' })
  balance!: number;

  quoteId!: string | null;
  connoteId!: string | null;
  /** Null where the portal acted. */
  byId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why an admin adjusted them.' })
  note!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of points that were gained.' })
  expiresOn!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RewardEntryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => RewardEntry)
  node!: RewardEntry;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class RewardEntryConnection extends Connection {
  @Field(() => [RewardEntryEdge])
  edges!: RewardEntryEdge[];

  @Field(() => [RewardEntry])
  nodes!: RewardEntry[];
}
