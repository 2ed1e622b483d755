import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar, JsonScalar } from '../../shared/scalars.js';
import { actionDescriptions } from './audit-action-descriptions.js';
import {
  AUDIT_ACTIONS,
  AUDIT_TARGET_TYPES,
  type AuditAction,
  type AuditTargetType,
  type Json,
} from './audit-event.js';
import { AUDIT_OUTCOMES, type AuditOutcome, outcomeOf } from './audit-outcome.js';
import type { ChainedRow } from './chain/audit-line.js';

/** The GraphQL enum of actions. All other code uses the plain string. */
export const AuditActionEnum = enumOf(AUDIT_ACTIONS);
registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'What happened.',
  valuesConfig: actionDescriptions(),
});

/** The GraphQL enum of target types. */
export const AuditTargetTypeEnum = enumOf(AUDIT_TARGET_TYPES);
registerEnumType(AuditTargetTypeEnum, { name: 'AuditTargetType', description: 'What was acted on.' });

/** The GraphQL enum of outcomes. */
export const AuditOutcomeEnum = enumOf(AUDIT_OUTCOMES);
registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description:
    'DENIED: a sign-in that failed, or something that is not open to whoever tried it. ALLOWED: all else.',
});

@ObjectType({
  simpleResolvers: true,
  description: 'A field before and after; before is null for a plain fact.',
})
export class AuditChange {
  @Field(() => String)
  field!: string;

  @Field(() => JsonScalar, { nullable: true })
  before!: Json;

  @Field(() => JsonScalar, { nullable: true })
  after!: Json;
}

@ObjectType({
  description:
    'Written in the transaction of the change that it records. Append-only and chained by hash. Never contains a secret.',
})
export class AuditEntry {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => Int, { description: 'Counts from 1, without gaps.' })
  sequence!: number;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => AuditActionEnum)
  action!: AuditAction;

  @Field(() => AuditOutcomeEnum)
  outcome!: AuditOutcome;

  /** The id of the login that acted. The `actor` field is resolved from it, in its current state. */
  actorId!: string | null;

  @Field(() => String, {
    description:
      'The user name at the time; or `system`, `command line`, or `nobody` if the actor was not signed in.',
  })
  actorName!: string;

  @Field(() => AuditTargetTypeEnum, { nullable: true })
  targetType!: AuditTargetType | null;

  @Field(() => IdScalar, { nullable: true })
  targetId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The e-mail, number or name of the target at the time; the field, if an attempt was denied.',
  })
  targetLabel!: string | null;

  @Field(() => [AuditChange])
  changes!: AuditChange[];

  @Field(() => String, { nullable: true })
  ip!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => String, { nullable: true })
  requestId!: string | null;

  @Field(() => String, {
    description: 'SHA-256 of this entry and the hash of the previous entry, in hexadecimal.',
  })
  hash!: string;
}

@ObjectType({ simpleResolvers: true })
export class AuditEntryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => AuditEntry)
  node!: AuditEntry;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class AuditEntryConnection extends Connection {
  @Field(() => [AuditEntryEdge])
  edges!: AuditEntryEdge[];

  @Field(() => [AuditEntry])
  nodes!: AuditEntry[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'The result of verifying the log: whether it is unchanged.',
})
export class AuditVerification {
  @Field(() => Boolean)
  intact!: boolean;

  @Field(() => Int, { description: 'How many entries, from the first on, form an intact chain.' })
  entriesChecked!: number;

  @Field(() => Int, { nullable: true, description: 'The first entry that is missing or was altered.' })
  firstBrokenSequence!: number | null;

  @Field(() => Int, {
    description:
      'How many entries have waited to be chained for longer than a minute: chaining fails, and the log says why.',
  })
  overdue!: number;
}

/** An entry as the API returns it. */
export function toAuditEntry(row: ChainedRow): AuditEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at,
    action: row.action,
    outcome: outcomeOf(row.action),
    actorId: row.actor_id,
    actorName: row.actor_name,
    targetType: row.target_type,
    targetId: row.target_id,
    targetLabel: row.target_label,
    changes: row.changes,
    ip: row.ip,
    userAgent: row.user_agent,
    requestId: row.request_id,
    hash: row.hash,
  };
}
