import type { Answer, TestApp } from './start-app.js';

/** An entry of the audit log, with its facts by name. */
export interface TrailEntry {
  action: string;
  actor: string;
  target: string | null;
  facts: Record<string, unknown>;
  ip: string | null;
}

/** What was written down of a request, whether it has been chained yet or not. */
export function trailOf(app: TestApp, { headers }: Pick<Answer<unknown>, 'headers'>): Promise<TrailEntry[]> {
  return trailWhere(app, 'request_id = $1', headers.get('x-request-id'));
}

/** What was written down where a condition with $1 holds, in the order of writing. */
export async function trailWhere(app: TestApp, condition: string, value: unknown): Promise<TrailEntry[]> {
  const columns = 'action, actor_name, target_id, target_label, changes, ip, at, request_id';
  const rows = await app.database(
    `select * from (
       select ${columns}, 1 as stage, ordinal as place from audit_intake
       union all
       select ${columns}, 0, sequence from audit_entry
     ) as entry where ${condition} order by stage, place`,
    [value],
  );
  return rows.map((row) => ({
    action: row['action'] as string,
    actor: row['actor_name'] as string,
    target: row['target_label'] as string | null,
    facts: Object.fromEntries(
      (row['changes'] as { field: string; after: unknown }[]).map(({ field, after }) => [field, after]),
    ),
    ip: row['ip'] as string | null,
  }));
}
