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
  async run(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const client = await this.#pool.connect();
    let whole = false;
    try {
      await client.query('begin');
      const { rows } = await client.query(sql, values && [...values]);
      await client.query('commit');
      whole = true;
      return rows;
    } finally {
      client.release(!whole);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
