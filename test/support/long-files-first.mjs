import { BaseSequencer } from 'vitest/node';

/**
 * Files that take half a minute, most of it waiting: for deadlines, for servers that start, for an ERP that is asked
 * again after a while. One that starts last is waited for by all the others.
 */
const LONG = [
  ...['erp/conformance/', 'erp/inspection', 'embedded-postgres/portico', 'erp/mssql/mssql-faults'],
  ...['embedded-postgres/server', 'doc-commands', 'test/main', 'sign-in/brute-force', 'mssql/mssql-lists'],
  ...['mssql/mssql-seeks', 'test/app.test', 'http/hanging-database', 'test/hanging-erp', 'delivery/killed'],
  ...[
    'mssql/mssql-retries',
    'freight/delivery',
    'cli/erp-check',
    'export-files',
    'rate-limits',
    'erp/faults',
    'live/slow-watchers',
    'live/inventory-changed',
  ],
  // In a browser, where there is one.
  ...['http/playground', 'http/base-path', 'web/driver-offline', 'web/live', 'web/forced-colors', 'web/erp'],
  'web/invoices',
];
/** So many others are begun between two of them, to use the processor while those wait. */
const BETWEEN = 2;

/** Spreads the long files over the first part of a run, the longest first. */
export class LongFilesFirst extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const others = await super.sort(files);
    const rank = ({ moduleId }) => LONG.findIndex((part) => moduleId.includes(part));
    const long = others.filter((file) => rank(file) >= 0).sort((one, other) => rank(one) - rank(other));
    const short = others.filter((file) => rank(file) < 0);
    return [...long.flatMap((file) => [file, ...short.splice(0, BETWEEN)]), ...short];
  }
}
