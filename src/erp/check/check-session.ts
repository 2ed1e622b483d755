import { type Erp, type ErpIsolation, type ErpRow, ErpStatementError } from '../erp.js';
import { classifyFault } from '../erp-fault.js';
import { quotedName } from '../quoted-name.js';
import type { Finding, Section } from './section.js';

/** A session may always see itself. */
const SESSION = `
  select transaction_isolation_level as isolation, lock_timeout, deadlock_priority
  from sys.dm_exec_sessions where session_id = @@spid`;
const DATABASE = `
  select db_name() as name, snapshot_isolation_state as snapshot,
    case when is_read_committed_snapshot_on = 1 then 1 else 0 end as read_committed_snapshot
  from sys.databases where name = db_name()`;

/** Isolation levels by their numbers in sys.dm_exec_sessions. */
const LEVELS: Record<string, string> = {
  '1': 'read uncommitted',
  '2': 'read committed',
  '3': 'repeatable read',
  '4': 'serializable',
  '5': 'snapshot',
};

/**
 * Reports how our sessions on SQL Server behave towards the ERP's own: how they are isolated from its changes, how long
 * they wait for a lock, and whether they are the ones that yield in a deadlock.
 */
export async function checkSession(
  erp: Erp,
  isolation: ErpIsolation,
  deadline: () => AbortSignal,
): Promise<Section> {
  const session = await readIfAllowed(erp, SESSION, deadline());
  const database = await readIfAllowed(erp, DATABASE, deadline());
  const priority = Number(session?.['deadlock_priority'] ?? Number.NaN);
  return {
    title: 'session',
    facts: {
      isolation: LEVELS[session?.['isolation'] ?? ''] ?? null,
      readCommittedSnapshot: database && database['read_committed_snapshot'] === '1',
      lockTimeoutMs: session?.['lock_timeout'] ? Number(session['lock_timeout']) : null,
      yieldsInDeadlocks: Number.isNaN(priority) ? null : priority < 0,
    },
    findings: database ? isolationFindings(isolation, database) : [],
  };
}

/** The row of a query; null if the server doesn't have the view, or our login may not read it. */
async function readIfAllowed(erp: Erp, sql: string, signal: AbortSignal): Promise<ErpRow | null> {
  try {
    const [row = null] = await erp.read({ sql, parameters: [] }, signal);
    return row;
  } catch (error) {
    if (error instanceof ErpStatementError || classifyFault(error) === 'denied') return null;
    throw error;
  }
}

function isolationFindings(isolation: ErpIsolation, database: ErpRow): Finding[] {
  const name = quotedName(database['name'] ?? '', 'mssql');
  if (isolation === 'snapshot' && database['snapshot'] !== '1') {
    return [
      {
        level: 'problem',
        text: 'ERP_ISOLATION=snapshot needs ALLOW_SNAPSHOT_ISOLATION, which is off: every query fails',
        mend: `alter database ${name} set allow_snapshot_isolation on`,
      },
    ];
  }
  if (isolation === 'readuncommitted') {
    const text =
      'ERP_ISOLATION=readuncommitted may show stock that is changed back, or show a row twice or not';
    return [{ level: 'remark', text }];
  }
  if (isolation !== 'readcommitted' || database['read_committed_snapshot'] === '1') return [];
  const text =
    "reads wait while the ERP changes the same rows, and its changes wait for reads: where that hurts, the ERP's DBA can " +
    'allow snapshots, see ERP_ISOLATION';
  return [{ level: 'remark', text }];
}
