import { isUUID } from 'class-validator';
import type { AuditFilter } from './audit-entry.args.js';
import { LARGEST_SEQUENCE } from './chain/audit-head.js';

/**
 * Entries are chained in the order of their commits, so their times run ahead and back by as long as a transaction goes on
 * after its entry was written. What runs back for longer, after a clock was set say, is noted in `audit_disorder`.
 */
export const TIME_TOLERANCE = "interval '1 hour'";

/** The values of a query, and their names in it. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns the name, such as $1 */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * A filter as alternatives of which at most one holds for any entry. Each is a condition that the database can read off an
 * index in the order of the sequence, which it can't with OR: it would read all that matches to sort it.
 */
export function alternativesOf(filter: AuditFilter, parameters: Parameters): string[] {
  const { all, targets, ofActions } = partsOf(filter, parameters);
  // Beside a narrower condition, actions are looked for among what that leaves.
  const narrow = filter.actor ?? filter.targetId ?? filter.target;
  const actions = narrow == null ? (ofActions?.each() ?? ['true']) : [ofActions?.any() ?? 'true'];
  return (targets ?? ['true']).flatMap((target) =>
    actions.map((action) => [...all, target, action].join(' and ')),
  );
}

/** A filter as one condition, for where something else narrows what is read. */
export function conditionOf(filter: AuditFilter, parameters: Parameters): string {
  const { all, targets, ofActions } = partsOf(filter, parameters);
  const conditions: string[] = ['true', ...all];
  if (targets) conditions.push(`(${targets.join(' or ')})`);
  if (ofActions) conditions.push(ofActions.any());
  return conditions.join(' and ');
}

function partsOf(filter: AuditFilter, parameters: Parameters) {
  const { actor, actions, targetType, targetId, target, from, to } = filter;
  const all: string[] = [];
  if (actor != null) {
    const name = parameters.add(actor);
    all.push(isUUID(actor) ? `actor_id = ${name}::uuid` : `lower(actor_name) = lower(${name}::text)`);
  }
  if (targetType) all.push(`target_type = ${parameters.add(targetType)}`);
  if (targetId != null) all.push(`target_id = ${parameters.add(asStored(targetId))}`);
  if (from) all.push(sinceTime(parameters.add(from)));
  if (to) all.push(beforeTime(parameters.add(to)));
  return {
    all,
    targets: target == null ? null : targetsOf(target, parameters),
    ofActions: actions ? actionsOf(actions, parameters) : null,
  };
}

function targetsOf(target: string, parameters: Parameters): string[] {
  const id = parameters.add(asStored(target));
  const label = parameters.add(target);
  return [
    `target_id = ${id}::text`,
    `(lower(target_label) = lower(${label}::text) and target_id is distinct from ${id}::text)`,
  ];
}

/** One condition for each action, or one for all of them; what isn't used must not be among the parameters. */
function actionsOf(actions: readonly string[], parameters: Parameters) {
  const unique = [...new Set(actions)];
  return {
    each: () => unique.map((action) => `action = ${parameters.add(action)}`),
    any: () => `action = any(${parameters.add(unique)}::text[])`,
  };
}

/** Ids of ours are stored in lower case. */
const asStored = (id: string) => (isUUID(id) ? id.toLowerCase() : id);

/** The time, and the sequence that it can't lie before: without that, what lies outside would be read to be left out. */
const sinceTime = (from: string) =>
  `at >= ${from}::timestamptz and sequence > coalesce((select sequence from audit_entry
     where at < ${from}::timestamptz - ${TIME_TOLERANCE} and ${inOrderAt(from)} order by at desc limit 1), 0)`;

const beforeTime = (to: string) =>
  `at < ${to}::timestamptz and sequence <= coalesce((select sequence from audit_entry
     where at >= ${to}::timestamptz + ${TIME_TOLERANCE} and ${inOrderAt(to)} order by at limit 1), ${LARGEST_SEQUENCE})`;

/** Whether the times on either side of this one are in order; else nothing can be told from where one stands. */
const inOrderAt = (time: string) =>
  `not exists (select from audit_disorder
     where earliest < ${time}::timestamptz and latest >= ${time}::timestamptz)`;
