import type { KnownFault } from '../known-fault.js';

/** Faults by PostgreSQL's SQLSTATE (its documentation, appendix "Error Codes"), or by the class of the SQLSTATE. */
const SQLSTATES = new Map<string, KnownFault>([
  ['40001', { fault: 'busy' }], // serialization failure
  ['40P01', { fault: 'busy', words: 'the ERP ended a query to resolve a deadlock' }],
  ['53', { fault: 'busy' }],
  ['53300', { fault: 'busy', words: 'the ERP has no connection left: too many are open' }],
  ['55P03', { fault: 'locked' }],
  ['57P01', { fault: 'lost', words: 'the ERP is shutting down' }],
  ['57P02', { fault: 'lost', words: 'the ERP crashed and is starting again' }],
  ['57P03', { fault: 'lost', words: 'the ERP is starting' }],
  ['08', { fault: 'lost' }],
  ['3D000', { fault: 'database', words: 'the ERP has no database ERP_DATABASE' }],
  ['57P04', { fault: 'database', words: "the ERP's database was dropped" }],
  ['28P01', { fault: 'login' }],
  [
    '28000',
    { fault: 'login', words: "the ERP's pg_hba.conf, or the login itself, does not let ERP_USER in" },
  ],
  ['42501', { fault: 'denied' }],
  ['25006', { fault: 'statement' }],
  ['55000', { fault: 'statement' }],
]);

/** Messages of PostgreSQL's driver. These errors have no code. */
const MESSAGES: [pattern: RegExp, known: KnownFault][] = [
  [/^(Connection terminated|Client has encountered a connection error)/, { fault: 'lost' }],
  [
    /^The server does not support SSL connections/,
    { fault: 'insecure', words: 'the ERP offers no encryption, and ERP_ENCRYPT wants it' },
  ],
];

/** What an error of PostgreSQL, or of its driver, says; undefined if that isn't known. */
export function postgresFault(error: Error): KnownFault | undefined {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) {
    const known = SQLSTATES.get(code) ?? SQLSTATES.get(code.slice(0, 2));
    if (known) return known;
    if (/^(58|F0|XX)/.test(code)) return { fault: 'silent', words: `the ERP failed with error ${code}` };
  }
  return MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1];
}
