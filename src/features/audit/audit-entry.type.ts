import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { DateTimeScalar, JsonScalar } from '../../shared/scalars.js';
import { actionDescriptions } from './audit-action-descriptions.js';
import {
  AUDIT_ACTIONS,
  AUDIT_TARGET_TYPES,
  type AuditAction,
  type AuditTargetType,
  type Json,
} from './audit-event.js';
import type { ChainedRow } from './chain/audit-line.js';

const enumOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** The actions as GraphQL's enum; everywhere else an action is its name. */
export const AuditActionEnum = enumOf(AUDIT_ACTIONS);
registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'What happened.',
  valuesConfig: actionDescriptions(),
});

/** The types of targets as GraphQL's enum. */
export const AuditTargetTypeEnum = enumOf(AUDIT_TARGET_TYPES);
registerEnumType(AuditTargetTypeEnum, { name: 'AuditTargetType', description: 'What was acted on.' });

@ObjectType({ simpleResolvers: true, description: 'One field before and after; a fact alone has no before.' })
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
    'Written in the transaction of the change that it records. Append-only, and chained by hash. Never has a secret.',
})
export class AuditEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'From 1 on, without gaps.' })
  sequence!: number;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => AuditActionEnum)
  action!: AuditAction;

  /** The login that acted; `actor` is it as it is today. */
  actorId!: string | null;

  @Field(() => String, {
    description:
      'The user name as it was then; `system`, `command line`, or `nobody` for who had not signed in.',
  })
  actorName!: string;

  @Field(() => AuditTargetTypeEnum, { nullable: true })
  targetType!: AuditTargetType | null;

  @Field(() => ID, { nullable: true })
  targetId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail, number or name of the target as it was then; where an attempt was denied, the field.',
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

  @Field(() => String, { description: "SHA-256 over this entry and the one before's hash, in hexadecimal." })
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

@ObjectType({ simpleResolvers: true, description: 'Whether the log still is what was written.' })
export class AuditVerification {
  @Field(() => Boolean)
  intact!: boolean;

  @Field(() => Int, { description: 'How many entries, from the first on, are what was written.' })
  entriesChecked!: number;

  @Field(() => Int, { nullable: true, description: 'The first that is missing or not what was written.' })
  firstBrokenSequence!: number | null;
}

/** An entry as the outside may see it. */
export function toAuditEntry(row: ChainedRow): AuditEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at,
    action: row.action,
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
