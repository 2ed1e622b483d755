import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { DateTimeScalar } from '../../../shared/scalars.js';
import {
  ATTEMPT_REASONS,
  type AttemptReason,
  CONNOTE_EVENT_KINDS,
  type ConnoteEventKind,
} from './connote-event.js';
import { CONNOTE_STATUSES, type ConnoteStatus } from './connote-transitions.js';

/** The GraphQL enum of connote statuses. All other code uses the plain string. */
export const ConnoteStatusEnum = enumOf(CONNOTE_STATUSES);
registerEnumType(ConnoteStatusEnum, { name: 'ConnoteStatus' });

/** The GraphQL enum of the kinds of events. */
const ConnoteEventKindEnum = enumOf(CONNOTE_EVENT_KINDS);
registerEnumType(ConnoteEventKindEnum, {
  name: 'ConnoteEventKind',
  description: 'What an event is about: the status, the price, the driver, a note, or a failed delivery.',
});

/** The GraphQL enum of why a delivery failed. */
export const AttemptReasonEnum = enumOf(ATTEMPT_REASONS);
registerEnumType(AttemptReasonEnum, {
  name: 'AttemptReason',
  description: 'Why goods could not be delivered.',
});

@ObjectType({
  description: 'Something that happened to a connote. Where the status stays, from and to are the same.',
})
export class ConnoteEvent {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ConnoteEventKindEnum)
  kind!: ConnoteEventKind;

  @Field(() => ConnoteStatusEnum, { nullable: true, description: 'Null for the booking.' })
  from!: ConnoteStatus | null;

  @Field(() => ConnoteStatusEnum)
  to!: ConnoteStatus;

  /** Null where the portal acted. */
  byId!: string | null;

  @Field(() => AttemptReasonEnum, { nullable: true, description: 'Set for failed deliveries only.' })
  reason!: AttemptReason | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it was recorded: later than it was done, if a driver had no network.',
  })
  recordedAt!: Date;
}

@ObjectType({ description: 'A delivery that failed.' })
export class DeliveryAttempt {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => AttemptReasonEnum)
  reason!: AttemptReason;

  @Field(() => String, { nullable: true })
  note!: string | null;

  byId!: string;

  @Field(() => DateTimeScalar)
  at!: Date;
}
