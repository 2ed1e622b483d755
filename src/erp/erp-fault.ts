import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from 'cockatiel';
import { erpUnavailable } from '../shared/errors.js';
import { ErpStatementError } from './erp.js';
import { ErpNotAdmitted } from './erp-not-admitted.js';

/**
 * What an error says about the ERP:
 * - `not-asked`: nothing. The ERP was not asked (circuit open, queue full), or no caller waits for the answer any more
 * - `statement`: the ERP refuses the query, whichever login sends it
 * - `denied`: the ERP accepts our login, but denies it this query
 * - `login`: the ERP refuses our login
 * - `not-admitted`: the ERP could answer, but is not asked: our login could write there, or the mapping is wrong
 * - `busy`: the ERP works, but has a lock conflict or is short of resources; a retry in a moment should succeed
 * - `lost`: the connection broke, or the ERP is starting or stopping; a retry in a moment may succeed
 * - `silent`: the ERP can't be reached, doesn't answer in time, or is faulty
 */
export type ErpFault =
  | 'not-asked'
  | 'statement'
  | 'denied'
  | 'login'
  | 'not-admitted'
  | 'busy'
  | 'lost'
  | 'silent';

/** Faults by SQL Server's error number. Numbers below 100 come from its network layer. */
const NUMBERS = new Map<number, ErpFault>([
  [1205, 'busy'], // deadlock victim
  [1222, 'busy'], // lock request timed out
  ...[40501, 49918, 49919, 49920, 10928, 10929].map((number) => [number, 'busy'] as const), // short of resources
  ...[40197, 40613].map((number) => [number, 'lost'] as const), // failing over
  ...[10053, 10054, 10060, 233, 64].map((number) => [number, 'lost'] as const), // the connection broke
  ...[6005, 17142, 17187, 18401].map((number) => [number, 'lost'] as const), // starting, pausing or shutting down
  [17809, 'busy'], // no connection left
  [18456, 'login'],
  [229, 'denied'],
]);

/** Faults by PostgreSQL's SQLSTATE (its documentation, appendix "Error Codes"), or by the class of the SQLSTATE. */
const SQLSTATES = new Map<string, ErpFault>([
  ['40001', 'busy'], // serialization failure
  ['40P01', 'busy'], // deadlock
  ['53300', 'busy'], // no connection left
  ['57P01', 'lost'], // shut down
  ['57P02', 'lost'], // crashed
  ['57P03', 'lost'], // starting up
  ['08', 'lost'],
  ['28P01', 'login'],
  ['28000', 'login'],
  ['42501', 'denied'],
]);

/**
 * Faults by error code of the operating system or of SQL Server's driver. ECONNREFUSED is not listed: it means that no
 * server listens, and is `silent`.
 */
const CODES = new Map<string, ErpFault>([
  ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'].map((code) => [code, 'lost'] as const),
  ['ECONNCLOSED', 'lost'],
  ['ECLOSE', 'lost'],
]);

/** The code that SQL Server's driver gives to every failed login, even if the server is only short of resources. */
const LOGIN_FAILED = 'ELOGIN';

/** Messages of PostgreSQL's driver about a broken connection. These errors have no code. */
const LOST_CONNECTION = /^(Connection terminated|Client has encountered a connection error)/;

/** Classifies an error of an adapter, or of the layers in front of it, by what it says about the ERP. */
export function classifyFault(error: unknown): ErpFault {
  if (
    error instanceof TaskCancelledError ||
    error instanceof BrokenCircuitError ||
    error instanceof BulkheadRejectedError
  ) {
    return 'not-asked';
  }
  if (error instanceof ErpNotAdmitted) return 'not-admitted';
  const chain = chainOf(error);
  for (const link of chain) {
    const fault = knownFault(link);
    if (fault) return fault;
  }
  if (chain.some((link) => (link as { code?: unknown }).code === LOGIN_FAILED)) return 'login';
  return error instanceof ErpStatementError ? 'statement' : 'silent';
}

/** Whether a retry in a moment makes sense. */
export function isTransient(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'busy' || fault === 'lost';
}

/** Whether the error shows that the ERP is unavailable to us. */
export function isOutage(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'login' || fault === 'lost' || fault === 'silent';
}

/** Whether the error shows that the ERP is available, even though it refused or failed the query. */
export function wasAnswered(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'statement' || fault === 'denied' || fault === 'not-admitted' || fault === 'busy';
}

/** Whether the last good answer may be given instead. If the ERP refuses, an older answer must not be shown. */
export function allowsStaleAnswer(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault !== 'statement' && fault !== 'denied' && fault !== 'not-admitted';
}

/** The error as ERP_UNAVAILABLE. A refused statement is a mistake of ours, and its error stays as it is. */
export function asUnavailable(error: unknown): unknown {
  return classifyFault(error) === 'statement' ? error : erpUnavailable(error);
}

/** An error and its causes. Drivers store the cause under different names. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && !chain.includes(link); ) {
    chain.push(link);
    link = link.cause ?? (link as { originalError?: unknown }).originalError;
  }
  return chain;
}

function knownFault(error: Error): ErpFault | undefined {
  const { number, code } = error as { number?: unknown; code?: unknown };
  if (typeof number === 'number' && NUMBERS.has(number)) return NUMBERS.get(number);
  if (typeof code === 'string') {
    const fault = SQLSTATES.get(code) ?? CODES.get(code);
    if (fault) return fault;
    if (/^[0-9A-Z]{5}$/.test(code) && SQLSTATES.has(code.slice(0, 2))) return SQLSTATES.get(code.slice(0, 2));
  }
  return LOST_CONNECTION.test(error.message) ? 'lost' : undefined;
}
