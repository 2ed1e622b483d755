import type { Compilable } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { ErpBatch, ErpQuery, ErpRow } from '../../erp/erp.js';
import { ErpSql } from '../../erp/erp-sql.js';
import type { GuardedErp, ReadOptions } from '../../erp/guarded-erp.js';
import type { ErpMapping, MappingColumns } from '../../erp/mapping.js';
import { mapReading, type Reading } from '../../erp/reading.js';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import { badUserInput } from '../../shared/errors.js';
import { tooMany } from '../../shared/refusal-reasons.js';
import type { InventoryFilter } from './inventory.args.js';
import { matchesConditions, type RowConditions, withinScope } from './inventory.conditions.js';
import { required } from './inventory.row.js';

/** SQL Server takes 2,100 in one query, and its driver needs some of them. */
const MAX_PARAMETERS = 2_000;
/** How many characters of compiled queries and what they were built from are kept. */
const MAX_COMPILED = 2_000_000;

/** Builds queries on the ERP's inventory. Each needs a scope. */
export class ScopedQueries {
  constructor(readonly sql: ErpSql) {}

  /** A query of the rows within a scope that meet the conditions, without selected columns. */
  rows(scope: ErpScope, filter: RowConditions) {
    const { dialect } = this.sql;
    return this.sql
      .inventory()
      .where((eb) => eb.and([...withinScope(dialect, scope), ...matchesConditions(dialect, filter)]));
  }

  /** A query of the customers within a scope, without selected columns. A customer may occur more than once. */
  customers(scope: ErpScope) {
    return this.sql.customers().where((eb) => eb.and(withinScope(this.sql.customersDialect, scope)));
  }
}

/** Builds one query, once it is known what columns the mapping has. */
export type BuildQuery = (queries: ScopedQueries) => Compilable;

/** How a query is read. */
interface ScopedRead extends ReadOptions {
  /** All that the query is built from, besides the scope. If it is given, the same query is not built again. */
  inputs?: readonly unknown[];
}

/** What is known for the columns that the mapping has. */
interface Prepared {
  columns: MappingColumns;
  queries: ScopedQueries;
  /** Compiled queries, by their scope and inputs. */
  compiled: LRUCache<string, ErpQuery>;
}

/** The only access to the ERP's inventory. Every query needs a scope. */
export class ScopedInventory {
  #latest: Prepared | null = null;

  constructor(
    private readonly erp: Pick<GuardedErp, 'dialect' | 'columns' | 'read' | 'stream'>,
    private readonly mapping: ErpMapping,
  ) {}

  /** Runs a query whose rows have a `customer_name`, and drops every row that isn't exactly within the scope. */
  async read(build: BuildQuery, options: ScopedRead): Promise<Reading<readonly ErpRow[]>> {
    return mapReading(await this.readTotal(build, options), (rows) => onlyWithin(options.scope, rows));
  }

  /**
   * Streams the rows of a query like `read`, in batches as they arrive. See GuardedErp.stream.
   *
   * @throws ERP_UNAVAILABLE, FORBIDDEN, RATE_LIMITED; BAD_USER_INPUT if the query has too many values
   */
  async *stream(
    build: BuildQuery,
    { scope, signal }: Pick<ReadOptions, 'scope' | 'signal'>,
  ): AsyncGenerator<ErpBatch, void, undefined> {
    const query = await this.#compile(build, { scope, signal });
    for await (const rows of this.erp.stream(query, signal)) {
      const within = onlyWithin(scope, rows);
      if (within.length > 0) yield within;
    }
  }

  /**
   * Runs a query that aggregates over customers. Only its own conditions enforce the scope.
   *
   * @throws ERP_UNAVAILABLE; BAD_USER_INPUT if the query has too many values
   */
  async readTotal(build: BuildQuery, options: ScopedRead): Promise<Reading<readonly ErpRow[]>> {
    return this.erp.read(await this.#compile(build, options), options);
  }

  async #compile(
    build: BuildQuery,
    { scope, signal, inputs }: Pick<ScopedRead, 'scope' | 'signal' | 'inputs'>,
  ): Promise<ErpQuery> {
    const { queries, compiled } = await this.#prepared(signal);
    if (!inputs) return compile(build, queries);
    const key = JSON.stringify([scopeKey(scope), inputs]);
    const known = compiled.get(key);
    if (known) return known;
    const query = compile(build, queries);
    compiled.set(key, query);
    return query;
  }

  async #prepared(signal: AbortSignal): Promise<Prepared> {
    const columns = await this.erp.columns(signal);
    if (this.#latest?.columns !== columns) {
      const queries = new ScopedQueries(new ErpSql(this.erp.dialect, this.mapping, columns));
      this.#latest = { columns, queries, compiled: compiledQueries() };
    }
    return this.#latest;
  }
}

const compiledQueries = () =>
  new LRUCache<string, ErpQuery>({
    maxSize: MAX_COMPILED,
    sizeCalculation: ({ sql }, key) => key.length + sql.length,
  });

/** What the server would refuse is the caller's mistake: asked all the same, it would look like a fault of the ERP. */
function compile(build: BuildQuery, queries: ScopedQueries): ErpQuery {
  const query = build(queries).compile();
  const found = query.parameters.length;
  if (found <= MAX_PARAMETERS) return query;
  throw badUserInput({
    path: 'filter',
    message: `found ${found} values, with those of your scope; wanted at most ${MAX_PARAMETERS}`,
    ...tooMany(MAX_PARAMETERS),
  });
}

/** The rows that are exactly within a scope. */
function onlyWithin(scope: ErpScope, rows: readonly ErpRow[]): readonly ErpRow[] {
  return scope.all ? rows : rows.filter((row) => scope.names.has(required(row, 'customer_name')));
}

/** The scope without the customers that a filter excludes. */
export function narrowToFilter(scope: ErpScope, filter: InventoryFilter): ErpScope {
  return filter.erpCustomerNames ? narrowScope(scope, filter.erpCustomerNames) : scope;
}

/** True if the scope has no customers, so that no query is needed. */
export function isEmpty(scope: ErpScope): boolean {
  return !scope.all && scope.names.size === 0;
}
