import { sql } from 'kysely';
import { isTimeout } from '../erp/check/describe-failure.js';
import type { CheckOptions } from '../erp/check/erp-report.js';
import type { Section } from '../erp/check/section.js';
import { whyNotAsked } from '../erp/check/unfinished-section.js';
import type { Erp } from '../erp/erp.js';
import { ErpSql } from '../erp/erp-sql.js';
import type { ErpMapping, MappingColumns } from '../erp/mapping.js';
import { orderByTerms } from '../erp/rows/row-order.js';
import { toTerms } from '../features/inventory/inventory.order.js';
import { itemColumns } from '../features/inventory/inventory.row.js';
import { InventoryStore } from '../features/inventory/inventory.store.js';
import { InventoryReportStore } from '../features/inventory/inventory-report.store.js';
import { ScopedInventory, ScopedQueries } from '../features/inventory/scoped-inventory.js';
import { ALL_SUMS } from '../features/inventory/totals-selection.js';
import { type ErpScope, FULL_SCOPE } from '../shared/auth.js';
import { positionOf } from '../shared/keyset.js';

const ROUNDS = 3;
const SLOW_MS = 1_000;
const PAGE = 50;
const CUSTOMERS = 200;

/** The mapping with its columns, and the customer whose queries are measured. */
export interface TimesOptions {
  mapping: ErpMapping;
  columns: MappingColumns;
  /** The customer with the most rows, and their number. */
  customer: { name: string; rows: number };
}

/** The measured queries, by the name that the report gives them. */
type NamedQueries = Record<string, (signal: AbortSignal) => Promise<unknown>>;

/** Measures the five queries that the portal itself uses, each three times. */
export async function timeQueries(
  erp: Erp,
  { customer, ...mapped }: TimesOptions,
  options: CheckOptions,
): Promise<Section> {
  const section: Section = {
    title: 'times',
    facts: { customer: JSON.stringify(customer.name) },
    findings: [],
  };
  const queries = await queriesOf(erp, { customer, ...mapped }, options.deadline());
  for (const [what, ask] of Object.entries(queries)) {
    try {
      const ms = await medianMs(ask, options.deadline);
      section.facts[`${what}Ms`] = ms;
      if (ms > SLOW_MS) {
        section.findings.push({
          level: 'warning',
          text: `${what}: takes longer than ${SLOW_MS / 1_000} s`,
        });
      }
    } catch (error) {
      section.facts[`${what}Ms`] = null;
      noteFailure(section, what, error, options);
    }
  }
  return section;
}

/** Notes why a query has no time. @throws the error if it is no matter of time */
function noteFailure(section: Section, what: string, error: unknown, options: CheckOptions): void {
  const notAsked = whyNotAsked(error, options);
  if (notAsked) {
    section.incomplete = true;
    section.findings.push({ level: 'warning', text: `${what}: ${notAsked}` });
    return;
  }
  if (!isTimeout(error)) throw error;
  section.findings.push({
    level: 'problem',
    text: `${what}: no answer before the deadline (ERP_QUERY_TIMEOUT_MS)`,
  });
}

async function queriesOf(
  erp: Erp,
  { mapping, columns, customer: { name, rows } }: TimesOptions,
  setupSignal: AbortSignal,
): Promise<NamedQueries> {
  const read = async (query: Parameters<Erp['read']>[0], { signal }: { signal: AbortSignal }) => ({
    value: await erp.read(query, signal),
    asOf: new Date(),
    stale: false,
  });
  // Bypasses the guard of the ERP: a shared query or an older answer would not show how long the ERP takes.
  const stream = erp.stream.bind(erp);
  const asked = { dialect: erp.dialect, read, stream, columns: async () => columns };
  const inventory = new ScopedInventory(asked, mapping);
  const scope: ErpScope = { all: false, names: new Set([name]) };
  const [store, reports] = [new InventoryStore(inventory), new InventoryReportStore(inventory)];
  const terms = toTerms(null, scope);
  const page = { terms, limit: PAGE, backwards: false, after: null, before: null };

  const queries = new ScopedQueries(new ErpSql(erp.dialect, mapping, columns));
  const { dialect } = queries.sql;
  const middle = queries
    .rows(scope, {})
    .select(itemColumns(dialect))
    .orderBy(orderByTerms(dialect, terms, false))
    .offset(sql.lit(Math.floor(rows / 2)))
    .fetch(1);
  const [row] = await erp.read(middle.compile(), setupSignal);
  const after = row ? positionOf(row, terms) : null;
  return {
    page: (signal) => store.page(scope, {}, page, { signal }),
    deepPage: (signal) => store.page(scope, {}, { ...page, after }, { signal }),
    count: (signal) => store.count(scope, {}, { signal }),
    totals: (signal) => reports.totals(scope, {}, { different: true, sums: ALL_SUMS, signal }),
    customers: (signal) => store.customers(FULL_SCOPE, null, CUSTOMERS, signal),
  };
}

/** The median of a few rounds. @throws what a round throws, such as a TimeoutError */
async function medianMs(
  ask: (signal: AbortSignal) => Promise<unknown>,
  deadline: () => AbortSignal,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const signal = deadline();
    const started = performance.now();
    await ask(signal);
    times.push(performance.now() - started);
  }
  const [, median = 0] = times.sort((a, b) => a - b);
  return Math.round(median * 10) / 10;
}
