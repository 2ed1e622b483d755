import { type RawBuilder, sql } from 'kysely';

/** A condition as SQL. It stands in parentheses wherever what follows could change its meaning. */
export type Condition = RawBuilder<boolean>;

/** The condition that always holds. */
export const TRUE: Condition = sql`1 = 1`;
/** The condition that never holds. */
export const FALSE: Condition = sql`1 = 0`;

/** Whether all of these hold; true if there are none. */
export const all = (conditions: readonly Condition[]): Condition => joined(conditions, sql` and `, TRUE);

/** Whether one of these holds; false if there are none. */
export const any = (conditions: readonly Condition[]): Condition => joined(conditions, sql` or `, FALSE);

/** Whether a condition that is not null is false. */
export const not = (condition: Condition): Condition => sql`not (${condition})`;

function joined(conditions: readonly Condition[], operator: RawBuilder<unknown>, none: Condition): Condition {
  const [first = none, ...others] = conditions;
  return others.length === 0 ? first : sql`(${sql.join(conditions, operator)})`;
}
