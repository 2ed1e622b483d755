import type pg from 'pg';
import { asAdministrator, databaseUrl, newDatabase, TEMPLATES } from './postgres-server.mjs';

/** A copy of the demo ERP after a change, which is made once in a run: the first who wants it leaves it for the others. */
export async function changedDemoErp(name: string, change: (client: pg.Client) => Promise<void>) {
  const template = `${TEMPLATES.erp}_${name}`;
  await asAdministrator(async (client) => {
    // Two who want it at the same moment take turns.
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`create database ${draft} template ${TEMPLATES.erp} strategy file_copy`);
    await asAdministrator(change, databaseUrl(draft));
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return newDatabase(template);
}

/** A copy of the portal's database, with the demo logins. */
export const demoDatabase = () => newDatabase(TEMPLATES.database);

/** A copy of the demo ERP's database. */
export const demoErp = () => newDatabase(TEMPLATES.erp);
