import canonicalize from 'canonicalize';
import { sha256 } from '../../../shared/sha256.js';
import type { AuditAction, AuditChange, AuditTargetType } from '../audit-event.js';

/** The content of an entry, before it is chained. */
export interface AuditContent {
  id: string;
  /** RFC 3339 in UTC, with milliseconds. */
  at: string;
  action: AuditAction;
  actorId: string | null;
  actorName: string;
  targetType: AuditTargetType | null;
  targetId: string | null;
  targetLabel: string | null;
  changes: AuditChange[];
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
}

/**
 * Everything that an entry's hash covers. The field names and formats must never change, because that would break all
 * older hashes.
 */
export interface UnhashedLine extends AuditContent {
  sequence: number;
  /** The hash of the previous entry, in lower-case hexadecimal. */
  previousHash: string;
}

/** An entry of the log as `audit export` prints it. */
export interface AuditLine extends UnhashedLine {
  hash: string;
}

/** The `previousHash` of the first entry. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** The SHA-256 of a line without its `hash`, in the canonical form of RFC 8785, in hexadecimal. */
export const hashOf = (line: UnhashedLine): string => sha256(canonicalize(line) as string);

/** An entry's content as the database returns it. */
export interface AuditRow {
  id: string;
  at: Date;
  action: AuditAction;
  actor_id: string | null;
  actor_name: string;
  target_type: AuditTargetType | null;
  target_id: string | null;
  target_label: string | null;
  changes: AuditChange[];
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
}
/** A chained entry as the database returns it, with `hash` and `previous_hash` in hexadecimal. */
export type ChainedRow = AuditRow & { sequence: number; previous_hash: string; hash: string };

/** The columns of an entry's content, in SQL. */
export const CONTENT_COLUMNS =
  'id, at, action, actor_id, actor_name, target_type, target_id, target_label, changes, ip, user_agent, request_id';
/** The columns of a chained entry as `ChainedRow` has them, in SQL. */
export const CHAINED_COLUMNS = `sequence, ${CONTENT_COLUMNS},
  encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash`;

/** The content of a database row, as it is hashed. */
export function contentOf(row: AuditRow): AuditContent {
  return {
    id: row.id,
    at: formatTime(row.at),
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
  };
}

/**
 * A tampered entry may have an invalid time, such as infinity. It must be reported as broken, so this must not throw.
 */
const formatTime = (at: Date) => (Number.isFinite(Number(at)) ? at.toISOString() : String(at));

/** A database row as a line of the export. */
export function lineOf(row: ChainedRow): AuditLine {
  const { sequence, previous_hash: previousHash, hash } = row;
  return { sequence, ...contentOf(row), previousHash, hash };
}
