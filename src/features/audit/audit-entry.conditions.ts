import { isId, toStoredId } from '../../shared/id-format.js';
import type { AuditFilter } from './audit-entry.args.js';
import type { AuditAction } from './audit-event.js';
import { actionsWith } from './audit-outcome.js';
import { LARGEST_SEQUENCE } from './chain/audit-head.js';

/**
 * By how much an entry's time may be earlier than that of a previous entry in the sequence. Entries are chained after
 * their commit, so the entry of a slow transaction can follow younger entries. The difference is at most the duration
 * of the transaction. A larger one, for example after the clock was set back, is recorded in `audit_disorder`.
 */
export const TIME_TOLERANCE = "interval '1 hour'";

/** The parameters of a query. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value. @returns its placeholder, such as $1 */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * A filter as disjoint alternatives: an entry matches at most one of them. For each, the database can read an index in
 * the order of the sequence. With a single condition that uses OR, it would have to read and sort all matches.
 */
export function alternativesOf(filter: AuditFilter, parameters: Parameters): string[] {
  const { all, targets, ofActions } = partsOf(filter, parameters);
  // A more selective condition decides the index; the actions then only filter its rows.
  const selective = filter.actor ?? filter.targetId ?? filter.target;
  const actions = selective == null ? (ofActions?.each() ?? ['true']) : [ofActions?.any() ?? 'true'];
  return (targets ?? ['true']).flatMap((target) =>
    actions.map((action) => [...all, target, action].join(' and ')),
  );
}

/** A filter as one condition, for queries that are already narrowed by something else. */
export function conditionOf(filter: AuditFilter, parameters: Parameters): string {
  const { all, targets, ofActions } = partsOf(filter, parameters);
  const conditions: string[] = ['true', ...all];
  if (targets) conditions.push(`(${targets.join(' or ')})`);
  if (ofActions) conditions.push(ofActions.any());
  return conditions.join(' and ');
}

function partsOf(filter: AuditFilter, parameters: Parameters) {
  const { actor, targetType, targetId, target, from, to } = filter;
  const actions = wantedActions(filter);
  const all: string[] = [];
  if (actor != null) {
    const name = parameters.add(actor);
    all.push(isId(actor) ? `actor_id = ${name}::uuid` : `lower(actor_name) = lower(${name}::text)`);
  }
  if (targetType) all.push(`target_type = ${parameters.add(targetType)}`);
  if (targetId != null) all.push(`target_id = ${parameters.add(targetId)}`);
  if (from) all.push(sinceTime(parameters.add(from)));
  if (to) all.push(beforeTime(parameters.add(to)));
  return {
    all,
    targets: target == null ? null : targetsOf(target, parameters),
    ofActions: actions ? actionsOf(actions, parameters) : null,
  };
}

/** The actions that a filter leaves in; null if it leaves in all. An outcome is one of the action's. */
function wantedActions({ actions, outcome }: AuditFilter): readonly AuditAction[] | null {
  if (!outcome) return actions ?? null;
  const ofOutcome = actionsWith(outcome);
  return actions ? ofOutcome.filter((action) => actions.includes(action)) : ofOutcome;
}

function targetsOf(target: string, parameters: Parameters): string[] {
  const id = parameters.add(toStoredId(target));
  const label = parameters.add(target);
  return [
    `target_id = ${id}::text`,
    `(lower(target_label) = lower(${label}::text) and target_id is distinct from ${id}::text)`,
  ];
}

/**
 * One condition for each action, or one for all. Both are lazy, because a parameter that the query doesn't use is an
 * error.
 */
function actionsOf(actions: readonly string[], parameters: Parameters) {
  const unique = [...new Set(actions)];
  return {
    each: () => unique.map((action) => `action = ${parameters.add(action)}`),
    any: () => `action = any(${parameters.add(unique)}::text[])`,
  };
}

/**
 * Limits the time, and also the sequence. Without the limit on the sequence, the database would read entries out of
 * range and then discard them.
 */
const sinceTime = (from: string) =>
  `at >= ${from}::timestamptz and sequence > coalesce((select sequence from audit_entry
     where at < ${from}::timestamptz - ${TIME_TOLERANCE} and ${inOrderAt(from)} order by at desc limit 1), 0)`;

const beforeTime = (to: string) =>
  `at < ${to}::timestamptz and sequence <= coalesce((select sequence from audit_entry
     where at >= ${to}::timestamptz + ${TIME_TOLERANCE} and ${inOrderAt(to)} order by at limit 1), ${LARGEST_SEQUENCE})`;

/**
 * True unless a recorded disorder spans this time. If one does, no limit on the sequence can be derived from the time.
 */
const inOrderAt = (time: string) =>
  `not exists (select from audit_disorder
     where earliest < ${time}::timestamptz and latest >= ${time}::timestamptz)`;
