import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from 'cockatiel';
import { erpUnavailable } from '../shared/errors.js';
import { ErpStatementError } from './erp.js';
import { ErpNotAdmitted } from './erp-not-admitted.js';

/**
 * What an error says of the ERP:
 * - `not-asked`: nothing, for it wasn't asked (circuit open, queue full), or nobody waits for the answer any more
 * - `statement`: it won't take the query, whoever asks
 * - `denied`: it lets our login in, and not at this
 * - `login`: it doesn't let our login in
 * - `not-admitted`: it would answer, and isn't asked, as our login could write there or the mapping is wrong
 * - `busy`: it is well, and another moment would do
 * - `lost`: the line broke, or it goes away or comes up just now; another moment may do
 * - `silent`: it can't be reached, doesn't answer in time, or is ill
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

/** By the number of SQL Server's error. Numbers below 100 are those of its network layer. */
const NUMBERS = new Map<number, ErpFault>([
  [1205, 'busy'], // deadlock victim
  [1222, 'busy'], // lock request timed out
  ...[40501, 49918, 49919, 49920, 10928, 10929].map((number) => [number, 'busy'] as const), // short of resources
  ...[40197, 40613].map((number) => [number, 'lost'] as const), // failing over
  ...[10053, 10054, 10060, 233, 64].map((number) => [number, 'lost'] as const), // the line
  ...[6005, 17142, 17187, 18401].map((number) => [number, 'lost'] as const), // starting, pausing or shutting down
  [17809, 'busy'], // no connection left
  [18456, 'login'],
  [229, 'denied'],
]);

/** By PostgreSQL's SQLSTATE (its documentation, appendix "Error Codes"), or its class. */
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

/** By the code of the operating system or of SQL Server's driver. A refused connection isn't here: nobody is there. */
const CODES = new Map<string, ErpFault>([
  ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'].map((code) => [code, 'lost'] as const),
  ['ECONNCLOSED', 'lost'],
  ['ECLOSE', 'lost'],
]);

/** What SQL Server's driver calls each error of a login, also that a server has no room for one just now. */
const NO_LOGIN = 'ELOGIN';

/** What PostgreSQL's driver says of a line that broke; these errors have no code. */
const LOST_LINE = /^(Connection terminated|Client has encountered a connection error)/;

/** Tells from any error of an adapter, or of what stands before it, what it says of the ERP. */
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
  if (chain.some((link) => (link as { code?: unknown }).code === NO_LOGIN)) return 'login';
  return error instanceof ErpStatementError ? 'statement' : 'silent';
}

/** Whether asking again in a moment makes sense. */
export function isTransient(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'busy' || fault === 'lost';
}

/** Whether it shows that the ERP can't be asked. */
export function isOutage(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'login' || fault === 'lost' || fault === 'silent';
}

/** Whether the ERP could be asked: what it said then is beside the point. */
export function wasAnswered(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault === 'statement' || fault === 'denied' || fault === 'not-admitted' || fault === 'busy';
}

/** Whether the last good answer may be given instead. Where the ERP refuses, an older answer must not be shown. */
export function allowsStaleAnswer(error: unknown): boolean {
  const fault = classifyFault(error);
  return fault !== 'statement' && fault !== 'denied' && fault !== 'not-admitted';
}

/** The error as ERP_UNAVAILABLE; a refused statement is a mistake of ours and stays as it is. */
export function asUnavailable(error: unknown): unknown {
  return classifyFault(error) === 'statement' ? error : erpUnavailable(error);
}

/** An error and what it wraps. Drivers hand on the cause by different names. */
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
  return LOST_LINE.test(error.message) ? 'lost' : undefined;
}
