/** Words of the page about the connection to the ERP. */
export const erp = {
  title: 'ERP',
  up: 'Answers',
  down: 'Does not answer',
  checked: 'Checked <when></when>, and again every 10 seconds while this page is in front.',
  downSince:
    'The ERP has not answered since {since}. Inventory shows what it last had, or says so; all else works.',
  lastGood: 'Last answer',
  state: 'State',
  now: 'Latency now',
  ms: 'ms',
  noAnswer: 'No answer',
  rights: 'The portal’s login there',
  readOnly: 'Can only read',
  notReadOnly: 'Not known to be read-only',
  notReadOnlyText:
    'The portal only reads either way. A check says whether its login could do more; it may not have been possible yet.',
  kind: 'Kind',
  kinds: { mssql: 'Microsoft SQL Server', postgres: 'PostgreSQL', embedded: 'Embedded, for the demo' },
  circuit: 'Circuit breaker',
  circuits: {
    closed: 'Closed: queries are sent',
    open: 'Open: no queries are sent',
    half_open: 'Half open: one query tries it',
  },
  encryption: 'Encryption',
  encryptions: { none: 'None' },
  notYet: 'No connection yet',
  failures: 'Failed queries in the last 5 minutes',
  noQueries: 'There were no queries',
  lastError: 'Last failure of a query of the inventory',
  latency: 'Latency',
  latencyText:
    'How long a trivial query took, up to half an hour back: kept by the service while somebody looks.',
  chart:
    'Latency from {from} to {to}: between {least} and {most} ms, {count, plural, =0 {always answered} one {# check without an answer} other {# checks without an answer}}.',
  chartNone: 'From {from} to {to} there was no answer.',
  few: 'The line begins once there are two checks.',
  table: 'As a table',
  at: 'Checked at',
};
