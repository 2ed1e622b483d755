import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { MAIL_STATUSES, type MailRow, type MailStatus } from './mail-row.js';

/** The GraphQL enum of mail statuses. All other code uses the plain string. */
export const MailStatusEnum = enumOf(MAIL_STATUSES);
registerEnumType(MailStatusEnum, {
  name: 'MailStatus',
  description:
    'QUEUED: waits for its first attempt. SENDING: in progress. FAILED: retried automatically. DEAD: given up.',
});

@ObjectType({
  simpleResolvers: true,
  description:
    'A mail in the outbox. Its content is erased once it is sent, and a secret in it is never shown.',
})
export class Mail {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => String)
  to!: string;

  @Field(() => String)
  template!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => MailStatusEnum)
  status!: MailStatus;

  @Field(() => Int, {
    description: 'The number of attempts since it was posted or last retried by an admin.',
  })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description: "Why the last attempt failed, in the mail server's words.",
  })
  lastError!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried next, which has passed if it is due. Null unless it is QUEUED or FAILED.',
  })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  sentAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class MailEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Mail)
  node!: Mail;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class MailConnection extends Connection {
  @Field(() => [MailEdge])
  edges!: MailEdge[];

  @Field(() => [Mail])
  nodes!: Mail[];
}

const WAITING: readonly MailStatus[] = ['QUEUED', 'FAILED'];

/** A mail as admins see it. */
export function toMail(row: MailRow): Mail {
  const { recipient: to, last_error: lastError, created_at: createdAt, sent_at: sentAt, ...more } = row;
  const { due_at: dueAt, ...shown } = more;
  const nextAttemptAt = WAITING.includes(row.status) ? dueAt : null;
  return { ...shown, to, lastError, nextAttemptAt, createdAt, sentAt };
}
