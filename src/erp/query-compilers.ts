import {
  type Dialect,
  DummyDriver,
  MssqlAdapter,
  MssqlIntrospector,
  MssqlQueryCompiler,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { ErpDialectName } from './erp.js';

/** Sends an object only once, even if a query repeats it: the query for a later page repeats its scope. */
class DeduplicatingMssqlCompiler extends MssqlQueryCompiler {
  readonly #sent = new SentValues();

  protected override appendValue(value: unknown): void {
    const earlier = this.#sent.find(value, this.numParameters);
    if (earlier === undefined) super.appendValue(value);
    else this.append(`@${earlier}`);
  }
}

/** The same for PostgreSQL. */
class DeduplicatingPostgresCompiler extends PostgresQueryCompiler {
  readonly #sent = new SentValues();

  protected override appendValue(value: unknown): void {
    const earlier = this.#sent.find(value, this.numParameters);
    if (earlier === undefined) super.appendValue(value);
    else this.append(`$${earlier}`);
  }
}

/** The parameter numbers of the objects in one query. */
class SentValues {
  readonly #numbers = new Map<object, number>();

  /**
   * The number of the parameter that already sends this value; undefined if the value must be the next parameter.
   *
   * @param sent how many parameters the query has so far
   */
  find(value: unknown, sent: number): number | undefined {
    if (sent === 0) this.#numbers.clear();
    if (typeof value !== 'object' || value === null) return undefined;
    const number = this.#numbers.get(value);
    if (number === undefined) this.#numbers.set(value, sent + 1);
    return number;
  }
}

/** Kysely only compiles the queries: these dialects have no driver. */
export const COMPILERS: Record<ErpDialectName, Dialect> = {
  mssql: {
    createAdapter: () => new MssqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MssqlIntrospector(db),
    createQueryCompiler: () => new DeduplicatingMssqlCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new DeduplicatingPostgresCompiler(),
  },
};
