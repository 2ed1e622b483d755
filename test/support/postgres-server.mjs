import pg from 'pg';

/** The server to test on, such as postgres://postgres@127.0.0.1:5432/postgres; none: the embedded engine. */
export const POSTGRES_URL = process.env['PORTICO_TEST_POSTGRES'];

// The runner is the first to come here; its workers inherit the name of the run.
process.env['PORTICO_TEST_RUN'] ??= String(process.pid);
const run = `portico_test_${process.env['PORTICO_TEST_RUN']}`;

/** The databases that each test file starts from a copy of. */
export const TEMPLATES = { database: `${run}_database`, erp: `${run}_erp` };

/** Who the portal is at the ERP on the server: a login that can only read. */
export const READER = { user: `${run}_reader`, password: `${run}-reads` };

/**
 * The address of a database on the server.
 *
 * @param {string} name
 * @returns {string}
 */
export function databaseUrl(name) {
  const url = new URL(POSTGRES_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Runs statements as the server's administrator.
 *
 * @param {string[]} statements
 * @returns {Promise<void>}
 */
export async function administer(...statements) {
  const client = new pg.Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
