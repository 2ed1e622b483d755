import { randomBytes } from 'node:crypto';
import { administer, databaseUrl } from './postgres-server.mjs';

/** An empty database on the test server. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `portico_test_${randomBytes(6).toString('hex')}_empty`;
  await administer(`create database ${name}`);
  return { url: databaseUrl(name), drop: () => administer(`drop database ${name} with (force)`) };
}
