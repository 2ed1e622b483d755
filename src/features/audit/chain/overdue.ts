import type { DataSource } from 'typeorm';

/**
 * How many entries have waited to be chained for longer than a minute. Usually a wait takes a second; a longer one means
 * that chaining fails, and the owner of the database can still remove these entries without a trace.
 */
export async function countOverdue(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    "select count(*)::integer as count from audit_intake where at < now() - interval '1 minute'",
  );
  return row?.count ?? 0;
}
