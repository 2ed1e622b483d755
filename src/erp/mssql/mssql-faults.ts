import type { KnownFault } from '../known-fault.js';

type Row = [numbers: number | readonly number[], ...known: [KnownFault['fault'], words?: string]];

const IN_A_MOMENT = 'which takes a moment';

/**
 * SQL Server's error numbers that say something about the server, the database or our login. Source: Microsoft's list
 * of database engine events and errors. Numbers below 100 come from its network layer.
 */
const ROWS: readonly Row[] = [
  [1205, 'busy', 'the ERP ended a query to resolve a deadlock'],
  [1222, 'locked'],
  [[701, 802, 1204, 8645, 8651], 'busy', 'the ERP is short of memory or of locks'],
  [[601, 605, 3958, 3960, 3961, 3966], 'busy', 'the ERP changed its data or tables during a query'],
  [[40501, 49918, 49919, 49920, 10928, 10929], 'busy'],
  [[17809, 18458], 'busy', 'the ERP has no connection left: too many are open'],
  [[40197, 40613], 'lost', `the ERP's database is being moved to another server, ${IN_A_MOMENT}`],
  [[983, 952, 4221, 988], 'lost', `the ERP's database is changing its role in a failover, ${IN_A_MOMENT}`],
  [[921, 922, 941], 'lost', `the ERP's database is being recovered, ${IN_A_MOMENT}`],
  [[6005, 17142, 17148, 17187, 18401, 18451], 'lost', 'the ERP is starting, paused or shutting down'],
  [[10053, 10054, 10060, 233, 64], 'lost'],
  [18461, 'maintenance', 'the ERP is in single-user mode: only one administrator may connect'],
  [924, 'maintenance', "the ERP's database is in single-user mode, and somebody is using it"],
  [3956, 'maintenance', 'snapshot isolation is being switched on in the ERP'],
  [927, 'maintenance', "the ERP's database is being restored"],
  [942, 'maintenance', "the ERP's database is offline"],
  [
    [4060, 4063, 911],
    'database',
    'the ERP does not open the database: ERP_DATABASE is wrong, the login is no user there, or it is not available',
  ],
  [4064, 'database', "the ERP does not open the login's default database"],
  [[926, 945], 'database', "the ERP's database is damaged, or lacks files or memory"],
  [
    [976, 979, 982],
    'database',
    "this replica of the ERP's database can't be read: it is not enabled for reading, or its data does not move",
  ],
  [978, 'database', 'this replica is for reading only: it wants ERP_APPLICATION_INTENT=readonly'],
  [
    [3952, 3957],
    'database',
    "ERP_ISOLATION=snapshot needs ALLOW_SNAPSHOT_ISOLATION, which is off in the ERP's database",
  ],
  [18456, 'login'],
  [[18452, 18459], 'login', 'the ERP accepts only Windows logins, and ERP_USER is none that it trusts'],
  [18470, 'login', 'the login ERP_USER is disabled'],
  [18486, 'login', 'the login ERP_USER is locked out'],
  [[18487, 18488], 'login', 'the password of ERP_USER has expired, or must be changed'],
  [17892, 'login', 'a logon trigger of the ERP refuses the login'],
  [[40615, 40914, 47073], 'login', "the ERP's firewall does not let this address in"],
  [[229, 230], 'denied'],
  [916, 'denied', 'the mapping reads another database, where the login is no user'],
];

const FAULTS: ReadonlyMap<number, KnownFault> = new Map(
  ROWS.flatMap(([numbers, fault, words]) =>
    [numbers].flat().map((number) => [number, { fault, ...(words !== undefined && { words }) }] as const),
  ),
);

/**
 * The reasons for a failed login (18456) by its state. SQL Server tells clients only state 1, and writes the real one
 * to its own log; other servers that speak its protocol send it.
 */
const LOGIN_STATES: ReadonlyMap<number, KnownFault> = new Map(
  (
    [
      [[2, 5], 'login', 'the ERP does not know the login ERP_USER'],
      [[6, 58], 'login', 'the ERP accepts only Windows logins, and ERP_USER is none that it trusts'],
      [7, 'login', 'the login ERP_USER is disabled'],
      [[8, 9], 'login', 'ERP_PASSWORD is wrong'],
      [[11, 12], 'login', 'the login ERP_USER may not connect to this server'],
      [13, 'lost', 'the ERP is paused'],
      [18, 'login', 'the password of ERP_USER must be changed'],
      [23, 'lost', 'the ERP is shutting down'],
      [
        [16, 27, 38, 40, 46],
        'database',
        'the ERP does not open the database: ERP_DATABASE is wrong, or the login is no user there',
      ],
    ] satisfies Row[]
  ).flatMap(([states, fault, words]) => [states].flat().map((state) => [state, { fault, words }] as const)),
);
/** The error that ends every failed login, alone or after its reason. */
export const LOGIN_FAILED = 18456;

/** Severities above this one are about the server or its data, and not about the statement. */
const MAX_STATEMENT_SEVERITY = 16;

/** What an error of SQL Server says; undefined if its number says nothing about the server or our login. */
export function mssqlFault(error: Error): KnownFault | undefined {
  const { number, state, class: severity } = error as { number?: unknown; state?: unknown; class?: unknown };
  if (typeof number !== 'number') return undefined;
  const byState = number === LOGIN_FAILED && typeof state === 'number' ? LOGIN_STATES.get(state) : undefined;
  const known = byState ?? FAULTS.get(number);
  if (known || typeof severity !== 'number' || severity <= MAX_STATEMENT_SEVERITY) return known;
  return { fault: 'silent', words: `the ERP failed with error ${number}` };
}
