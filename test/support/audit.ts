import {
  type AuditLine,
  CHAINED_COLUMNS,
  type ChainedRow,
  FIRST_PREVIOUS_HASH,
  hashOf,
  lineOf,
} from '../../src/features/audit/chain/audit-line.js';
import type { TestApp } from './start-app.js';

type Database = Pick<TestApp, 'database'>;

/** Runs statements as somebody who owns the database would, past the triggers that keep the log. */
export const behindTheTriggers = ({ database }: Database, sql: string) =>
  database(`
    alter table audit_entry disable trigger all;
    ${sql};
    alter table audit_entry enable trigger all`);

/** Removes what waits to be chained, as somebody who owns the database would. */
export const emptyIntake = ({ database }: Database) =>
  database(`
    alter table audit_intake disable trigger all;
    delete from audit_intake;
    alter table audit_intake enable trigger all`);

/** Keeps a copy of the log; what is returned makes the log what it was. */
export async function keepLog(app: Database): Promise<() => Promise<unknown>> {
  await app.database('create table kept as select * from audit_entry');
  return () => behindTheTriggers(app, 'delete from audit_entry; insert into audit_entry select * from kept');
}

/** Writes entries to the intake, as changes do. */
export const appendMany = ({ database }: Database, count: number) =>
  database(
    `insert into audit_intake (action, actor_name, changes)
     select 'LOGGED_OUT', 'somebody', jsonb_build_array(jsonb_build_object('field', 'n', 'before', null, 'after', n))
     from generate_series(1, ${count}) n`,
  );

export async function linesIn({ database }: Database): Promise<AuditLine[]> {
  const rows = await database(`select ${CHAINED_COLUMNS} from audit_entry order by sequence`);
  return (rows as unknown as ChainedRow[]).map(lineOf);
}

/** Lines with every hash computed anew, as who knows the canonical form could. */
export function rehashed(lines: readonly AuditLine[]): AuditLine[] {
  let previousHash = FIRST_PREVIOUS_HASH;
  return lines.map(({ hash: _old, ...line }) => {
    const hash = hashOf({ ...line, previousHash });
    const anew = { ...line, previousHash, hash };
    previousHash = hash;
    return anew;
  });
}

/** Has every hash of the log computed anew, and written. */
export async function rehashLog(app: Database): Promise<void> {
  const updates = rehashed(await linesIn(app)).map(
    ({ sequence, previousHash, hash }) =>
      `update audit_entry set previous_hash = '\\x${previousHash}', hash = '\\x${hash}' where sequence = ${sequence}`,
  );
  await behindTheTriggers(app, updates.join(';'));
}
