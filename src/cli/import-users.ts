import type { DataSource } from 'typeorm';
import { inTransaction, type Tx } from '../db/in-transaction.js';
import { AuditLog } from '../features/audit/audit-log.js';
import { parseUserRow } from '../features/user-admin/import-row.js';
import { type InsertDependencies, insertPortalUser } from '../features/users/insert-portal-user.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import { type FieldProblem, PorticoError } from '../shared/errors.js';
import { COMMAND_LINE } from '../shared/origin.js';
import type { NumberedRow } from './read-users-csv.js';
import { redactHashes } from './redact-hashes.js';
import { RepeatedLogins } from './repeated-logins.js';

type Outcome = 'added' | 'already there' | 'not added';
type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The rows to import, and how. */
export interface ImportUsersInput {
  rows: readonly NumberedRow[];
  /** Whether to roll everything back at the end. */
  dryRun: boolean;
  say: (line: string) => void;
}

/**
 * Imports users of an older portal with their password hashes, each in a transaction of its own. A login that already
 * exists is not changed, so the same file can be imported again. A login that an earlier row of the file has is not
 * added. Prints the outcome of each row.
 *
 * @returns the number of rows per outcome
 */
export async function importUsers(
  dataSource: DataSource,
  { rows, dryRun, say }: ImportUsersInput,
): Promise<Record<Outcome, number>> {
  const dependencies = {
    users: new PortalUserStore(dataSource),
    audit: new AuditLog(),
    origin: COMMAND_LINE,
  };
  const counts = { added: 0, 'already there': 0, 'not added': 0 };
  const all = async (transaction: InTransaction) => {
    const repeated = new RepeatedLogins();
    for (const { line, row } of rows) {
      const { outcome, detail } = await importRow(transaction, { ...dependencies, repeated }, { line, row });
      counts[outcome] += 1;
      say(`line ${line}: ${outcome}${outcome === 'added' ? ' ' : ': '}${redactHashes(detail)}`);
    }
  };
  if (dryRun) await inRolledBackTransaction(dataSource, (tx) => all((work) => tx.transaction(work)));
  else await all((work) => inTransaction(dataSource, work));
  const { added, 'already there': existing, 'not added': failed } = counts;
  say(
    `${added} added, ${existing} already there, ${failed} not added${dryRun ? ' (dry run: nothing was kept)' : ''}`,
  );
  return counts;
}

async function importRow(
  transaction: InTransaction,
  dependencies: InsertDependencies & { repeated: RepeatedLogins },
  { line, row }: NumberedRow,
): Promise<{ outcome: Outcome; detail: string }> {
  if ('problem' in row) return { outcome: 'not added', detail: row.problem };
  const parsed = parseUserRow(row);
  if ('problems' in parsed) return { outcome: 'not added', detail: inOneLine(parsed.problems) };
  const { user } = parsed;
  const { repeated } = dependencies;
  const repetitions = repeated.problemsOf(user);
  if (repetitions.length > 0) return { outcome: 'not added', detail: inOneLine(repetitions) };
  try {
    await transaction((tx) => insertPortalUser(tx, dependencies, user));
    repeated.add(user, line);
    return { outcome: 'added', detail: `${user.username} (${user.role})` };
  } catch (error) {
    if (!(error instanceof PorticoError)) throw error;
    const isSame =
      error.code === 'CONFLICT' && (await transaction((tx) => dependencies.users.hasLogin(tx, user)));
    if (!isSame) return { outcome: 'not added', detail: error.message };
    repeated.add(user, line);
    return { outcome: 'already there', detail: `${user.username} <${user.email}>` };
  }
}

const inOneLine = (problems: readonly FieldProblem[]) =>
  problems.map(({ path, message }) => `${path}: ${message}`).join('; ');

/** Does the work in one transaction, and rolls all of it back. */
async function inRolledBackTransaction(
  dataSource: DataSource,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const rollback = new Error('rolled back');
  const rolledBack = inTransaction(dataSource, async (tx) => {
    await work(tx);
    throw rollback;
  });
  await rolledBack.catch((error: unknown) => {
    if (error !== rollback) throw error;
  });
}
