import pg from 'pg';

/** A database that a test asks itself, past the portal, on few connections: each costs the server more than a statement. */
export class DirectDatabase {
  readonly #pool: pg.Pool;

  constructor(connectionString: string) {
    this.#pool = new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true });
    // Those that wait when the database is dropped, or its server ends.
    this.#pool.on('error', () => {});
  }

  /** Runs a statement, and commits it. */
  run(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]> {
    return commit(this.#pool, sql, values);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** Runs a statement in a transaction that may write, and commits it. A connection on which that fails is thrown away. */
export async function commit(
  pool: pg.Pool,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = await pool.connect();
  let whole = false;
  try {
    await client.query('begin read write');
    const { rows } = await client.query(sql, [...values]);
    await client.query('commit');
    whole = true;
    return rows;
  } finally {
    client.release(!whole);
  }
}
