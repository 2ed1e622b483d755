import { newDatabase } from './postgres-server.mjs';
import { migrateWithDemoLogins } from './templates.mjs';

/** An empty database in which lower() knows only the letters from A to Z. */
export const localeCDatabase = () => newDatabase('template0', "locale 'C'");

/** The same with the demo logins. */
export async function localeCDemoDatabase() {
  const database = await localeCDatabase();
  await migrateWithDemoLogins(database.url);
  return database;
}
