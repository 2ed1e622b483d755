import type { TestApp } from './start-app.js';

/** Runs statements as somebody who owns the database would, past the triggers that keep the log. */
export const behindTheTriggers = (app: Pick<TestApp, 'database'>, sql: string) =>
  app.database(`
    alter table audit_entry disable trigger all;
    ${sql};
    alter table audit_entry enable trigger all`);

/** Keeps a copy of the log; `putBack` makes it what it was. */
export async function keepLog(app: Pick<TestApp, 'database'>) {
  await app.database('create table kept as select * from audit_entry');
  return () => behindTheTriggers(app, 'delete from audit_entry; insert into audit_entry select * from kept');
}
