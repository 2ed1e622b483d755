import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalDatabase } from '../../../../src/composition/local-database.js';
import { parseConfig } from '../../../../src/config.js';
import { migrate } from '../../../../src/db/migrate.js';
import { DummyLogins } from '../../../../src/features/identity/sign-in/dummy-logins.js';
import { PortalUserStore } from '../../../../src/features/users/portal-user.store.js';
import { newDatabase } from '../../../support/postgres-server.mjs';

const NAMES = Array.from({ length: 2_000 }, (_, n) => `made-up-${n}`);
const HASHES = Array.from({ length: 8 }, (_, n) => `hash-${n}`);

let drop: () => Promise<void>;
let dataSource: DataSource;
let close: () => Promise<void>;
beforeAll(async () => {
  const made = await newDatabase();
  drop = made.drop;
  const opened = await openLocalDatabase(parseConfig({ DATABASE_URL: made.url }));
  ({ dataSource } = opened);
  close = opened.close;
  await migrate(dataSource);
});
afterAll(async () => {
  await close();
  await drop();
});

test('a login that is not there is compared with the hash of one that is, always the same', async () => {
  const users = new PortalUserStore(dataSource);
  const dummyLogins = new DummyLogins('a key of some length or other');
  const hashFor = (login: string) => users.passwordHashNear(dummyLogins.idFor(login));
  expect(await hashFor('nobody')).toBeNull();
  await dataSource.query(
    `insert into portal_user (id, username, username_key, email, email_key, role_id, password_hash)
     select (to_hex(n * 2 + 1) || '0000000-0000-4000-8000-000000000000')::uuid,
       'user' || n, 'user' || n, n || '@x.example', n || '@x.example', 2, 'hash-' || n
     from generate_series(0, 7) n`,
  );
  const counts = new Map<string | null, number>();
  for (const name of NAMES) {
    const hash = await hashFor(name);
    counts.set(hash, 1 + (counts.get(hash) ?? 0));
  }
  expect([...counts.keys()].sort()).toEqual(HASHES);
  // One in eight each; half of that is ten standard deviations away.
  for (const count of counts.values()) expect(count).toBeGreaterThan(NAMES.length / 16);
  expect(await hashFor('NOBODY')).toBe(await hashFor('nobody'));
  expect(dummyLogins.idFor('nobody')).not.toBe(new DummyLogins('another key').idFor('nobody'));
});
