import type { Compilable } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type ErpScope, narrowScope, scopeKey } from '../../shared/auth.js';
import { badUserInput } from '../../shared/errors.js';
import { tooMany } from '../../shared/refusal-reasons.js';
import { required } from '../../shared/row-values.js';
import type { ErpBatch, ErpQuery, ErpRow } from '../erp.js';
import { ErpSql } from '../erp-sql.js';
import type { GuardedErp, ReadOptions } from '../guarded-erp.js';
import type { ErpMapping, MappingColumns } from '../mapping.js';
import { mapReading, type Reading } from '../reading.js';

/** SQL Server takes 2,100 in one query, and its driver needs some of them. */
const MAX_PARAMETERS = 2_000;
/** How many characters of compiled queries and what they were built from are kept. */
const MAX_COMPILED = 2_000_000;

/** Builds one query, once it is known what columns the mapping has. */
export type Build<Queries> = (queries: Queries) => Compilable;

/** How a query is read. */
export interface ScopedRead extends ReadOptions {
  /** All that the query is built from, besides the scope. If it is given, the same query is not built again. */
  inputs?: readonly unknown[];
}

/** What is known for the columns that the mapping has. */
interface Prepared<Queries> {
  columns: MappingColumns;
  queries: Queries;
  /** Compiled queries, by their scope and inputs. */
  compiled: LRUCache<string, ErpQuery>;
}

/** What reads of rows ask. */
export type AskedErp = Pick<GuardedErp, 'dialect' | 'columns' | 'read' | 'stream'>;

/** The only access to the rows of the ERP. Every query needs a scope. */
export class ScopedRows<Queries> {
  #latest: Prepared<Queries> | null = null;

  /** @param toQueries what queries are built with: each of its queries is limited to a scope */
  constructor(
    private readonly erp: AskedErp,
    private readonly mapping: ErpMapping,
    private readonly toQueries: (sql: ErpSql) => Queries,
  ) {}

  /** Runs a query whose rows have a `customer_name`, and drops every row that isn't exactly within the scope. */
  async read(build: Build<Queries>, options: ScopedRead): Promise<Reading<readonly ErpRow[]>> {
    return mapReading(await this.readTotal(build, options), (rows) => onlyWithin(options.scope, rows));
  }

  /**
   * Streams the rows of a query like `read`, in batches as they arrive. See GuardedErp.stream.
   *
   * @throws ERP_UNAVAILABLE, FORBIDDEN, RATE_LIMITED; BAD_USER_INPUT if the query has too many values
   */
  async *stream(
    build: Build<Queries>,
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
  async readTotal(build: Build<Queries>, options: ScopedRead): Promise<Reading<readonly ErpRow[]>> {
    return this.erp.read(await this.#compile(build, options), options);
  }

  async #compile(
    build: Build<Queries>,
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

  async #prepared(signal: AbortSignal): Promise<Prepared<Queries>> {
    const columns = await this.erp.columns(signal);
    if (this.#latest?.columns !== columns) {
      const queries = this.toQueries(new ErpSql(this.erp.dialect, this.mapping, columns));
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
function compile<Queries>(build: Build<Queries>, queries: Queries): ErpQuery {
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
export function narrowToFilter(
  scope: ErpScope,
  { erpCustomerNames }: { erpCustomerNames?: readonly string[] | null },
): ErpScope {
  return erpCustomerNames ? narrowScope(scope, erpCustomerNames) : scope;
}

/** True if the scope has no customers, so that no query is needed. */
export function isEmpty(scope: ErpScope): boolean {
  return !scope.all && scope.names.size === 0;
}
