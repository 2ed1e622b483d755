import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from 'cockatiel';
import { erpUnavailable, type PorticoError } from '../shared/errors.js';
import { connectionFault } from './connection-faults.js';
import { ErpStatementError } from './erp.js';
import { ErpNotAdmitted } from './erp-not-admitted.js';
import type { ErpFault, KnownFault } from './known-fault.js';
import { mssqlFault } from './mssql/mssql-faults.js';
import { postgresFault } from './postgres/postgres-faults.js';

/** The code that SQL Server's driver gives to every failed login, even if the server is only short of resources. */
const LOGIN_FAILED = 'ELOGIN';

const OUTAGES: ReadonlySet<ErpFault> = new Set<ErpFault>([
  'login',
  'unknown-login',
  'database',
  'maintenance',
  'insecure',
  'locked',
  'lost',
  'silent',
]);
const REFUSALS: ReadonlySet<ErpFault> = new Set<ErpFault>(['statement', 'denied', 'not-admitted']);
/** `not-admitted` is missing, because the inspection reports it itself. */
const REPAIRS: ReadonlySet<ErpFault> = new Set<ErpFault>([
  'statement',
  'denied',
  'login',
  'unknown-login',
  'database',
  'maintenance',
  'insecure',
]);

/** Classifies an error of an adapter, or of the layers in front of it, by what it says about the ERP. */
export function classifyFault(error: unknown): ErpFault {
  return knowFault(error).fault;
}

/** The fault of an error, with its more precise description for staff if there is one. */
export function knowFault(error: unknown): KnownFault {
  if (
    error instanceof TaskCancelledError ||
    error instanceof BrokenCircuitError ||
    error instanceof BulkheadRejectedError
  ) {
    return { fault: 'not-asked' };
  }
  if (error instanceof ErpNotAdmitted) return { fault: 'not-admitted' };
  const chain = chainOf(error);
  for (const link of chain) {
    const known = mssqlFault(link) ?? postgresFault(link) ?? connectionFault(link);
    if (known) return known;
  }
  if (chain.some((link) => (link as { code?: unknown }).code === LOGIN_FAILED)) return unknownLogin(chain);
  return { fault: error instanceof ErpStatementError ? 'statement' : 'silent' };
}

/** Whether a retry in a moment makes sense. */
export function isTransient(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'busy' || fault === 'lost';
}

/** Whether the error shows that the ERP, or its inventory, is unavailable to us. */
export function isOutage(error: unknown): boolean {
  return OUTAGES.has(classifyFault(error));
}

/** Whether the error shows that the ERP is available, even though it refused or failed the query. */
export function wasAnswered(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'statement' || fault === 'denied' || fault === 'not-admitted' || fault === 'busy';
}

/** Whether the ERP refuses what we ask, so that an older answer must not be shown, and a later attempt won't help. */
export function isRefusal(error: unknown): boolean {
  return REFUSALS.has(classifyFault(error));
}

/** Whether the error lasts until somebody changes something: in the ERP, in its network or in the settings. */
export function needsRepair(error: unknown): boolean {
  return REPAIRS.has(classifyFault(error));
}

/** The error as ERP_UNAVAILABLE. */
export function asUnavailable(error: unknown): PorticoError {
  return erpUnavailable(error, { retryable: !isRefusal(error) });
}

/** An error and its causes. Drivers store the cause under different names; of several attempts, the first counts. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && !chain.includes(link); ) {
    chain.push(link);
    const { cause, originalError, errors } = link as Error & { originalError?: unknown; errors?: unknown[] };
    link = cause ?? originalError ?? errors?.[0];
  }
  return chain;
}

function unknownLogin(chain: readonly Error[]): KnownFault {
  const numbers = chain.map((link) => (link as { number?: unknown }).number);
  const number = numbers.find((found) => typeof found === 'number');
  if (number === undefined) return { fault: 'unknown-login' };
  const words = `the login to the ERP failed with error ${number}, which does not say that the login is wrong`;
  return { fault: 'unknown-login', words };
}
