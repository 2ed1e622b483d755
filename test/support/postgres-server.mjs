import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * The administrator's address of the server to test on: the one that PORTICO_TEST_POSTGRES names, or the embedded one that
 * the runner starts (global-setup.mjs).
 */
export const serverUrl = () => process.env['PORTICO_TEST_POSTGRES'] ?? '';

// The runner is the first to come here; its workers inherit the name of the run.
process.env['PORTICO_TEST_RUN'] ??= String(process.pid);
const run = `portico_test_${process.env['PORTICO_TEST_RUN']}`;

/** The databases that each test file starts from a copy of. */
export const TEMPLATES = { database: `${run}_database`, erp: `${run}_erp` };

/** Who the portal is at the ERP on the server: a login that can only read. */
export const READER = { user: `${run}_reader`, password: `${run}-reads` };

/** What hashing a password takes in tests about other things: next to nothing. */
export const CHEAP_HASHES = { ARGON2_MEMORY_KIB: '128', ARGON2_PASSES: '1' };

/**
 * The address of a database on the server.
 *
 * @param {string} name
 * @returns {string}
 */
export function databaseUrl(name) {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

// A connection costs the server more than most statements.
const administrator = new pg.Pool({ connectionString: serverUrl(), max: 2, allowExitOnIdle: true });
administrator.on('error', () => {});

/**
 * Runs statements as the server's administrator.
 *
 * @param {string[]} statements
 * @returns {Promise<void>}
 */
export async function administer(...statements) {
  const client = await administrator.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release();
  }
}

/**
 * Works on a database as the server's administrator.
 *
 * @template T
 * @param {(client: pg.Client) => Promise<T>} work
 * @param {string} [connectionString]
 * @returns {Promise<T>}
 */
export async function asAdministrator(work, connectionString = serverUrl()) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A database of its own: a copy of a template, or empty.
 *
 * @param {string} [template]
 * @param {string} [options] more of `create database`
 * @returns {Promise<{ name: string, url: string, drop(): Promise<void> }>}
 */
export async function newDatabase(template = 'template1', options = '') {
  const name = `portico_test_${randomBytes(6).toString('hex')}`;
  // Copied as files: nothing is synced to the disk here, and the log of a copy costs four times as much.
  await administer(`create database ${name} template ${template} strategy file_copy ${options}`);
  return { name, url: databaseUrl(name), drop: () => administer(`drop database ${name} with (force)`) };
}

/**
 * What makes a portal take a database for its ERP.
 *
 * @param {string} name
 * @returns {Record<string, string>}
 */
export function erpSettings(name) {
  const { hostname, port } = new URL(serverUrl());
  return {
    ERP_KIND: 'postgres',
    ERP_HOST: hostname,
    ERP_PORT: port || '5432',
    ERP_DATABASE: name,
    ERP_USER: READER.user,
    ERP_PASSWORD: READER.password,
    ERP_ENCRYPT: 'false',
  };
}
