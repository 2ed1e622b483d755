import type { DataSource } from 'typeorm';
import { expect, test } from 'vitest';
import { openDataSource } from '../../src/db/data-source.js';
import { prepared } from '../../src/db/prepared-statements.js';
import { newDatabase } from '../support/postgres-server.mjs';

const READ = prepared('select $1::int as given');
const PREPARED = `select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements`;

/** Works with a database of its own, on one connection. */
async function onOneConnection(work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const database = await newDatabase();
  const ignore = () => {};
  const dataSource = await openDataSource({
    address: { url: database.url, ssl: false, poolMax: 1 },
    ...{ entities: [], migrations: [], onQuery: ignore, onQueryEnd: ignore },
  });
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
    await database.drop();
  }
}

test('the statement of every request is sent and planned once for a connection, and any other each time', () =>
  onOneConnection(async (dataSource) => {
    for (const given of [1, 2, 3]) {
      expect(await dataSource.query(READ, [given])).toEqual([{ given }]);
      expect(await dataSource.query(`${READ} -- again`, [given])).toEqual([{ given }]);
    }
    expect(await dataSource.query(PREPARED)).toEqual([{ statement: READ, runs: 3 }]);
  }));

test('a statement outlives a change of what it reads', () =>
  onOneConnection(async (dataSource) => {
    const read = prepared('select name from widened');
    await dataSource.query("create table widened as select cast('a' as varchar(1)) as name");
    for (const _time of [1, 2]) expect(await dataSource.query(read)).toEqual([{ name: 'a' }]);
    await dataSource.query('alter table widened alter column name type varchar(9)');
    for (const _time of [1, 2, 3]) expect(await dataSource.query(read)).toEqual([{ name: 'a' }]);
  }));
