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

/** Sends a value that is an object once, however often it stands in a query: a page deep in a list repeats its scope. */
class CompilerToMssql extends MssqlQueryCompiler {
  readonly #sent = new SentValues();

  protected override appendValue(value: unknown): void {
    const again = this.#sent.find(value, this.numParameters);
    if (again === undefined) super.appendValue(value);
    else this.append(`@${again}`);
  }
}

/** The same for PostgreSQL. */
class CompilerToPostgres extends PostgresQueryCompiler {
  readonly #sent = new SentValues();

  protected override appendValue(value: unknown): void {
    const again = this.#sent.find(value, this.numParameters);
    if (again === undefined) super.appendValue(value);
    else this.append(`$${again}`);
  }
}

/** The numbers of the values of one query. */
class SentValues {
  readonly #numbers = new Map<object, number>();

  /** The number under which a value is sent already; else it is to be the next one. */
  find(value: unknown, sent: number): number | undefined {
    if (sent === 0) this.#numbers.clear();
    if (typeof value !== 'object' || value === null) return undefined;
    const number = this.#numbers.get(value);
    if (number === undefined) this.#numbers.set(value, sent + 1);
    return number;
  }
}

/** Kysely only writes the queries: there is no driver behind these. */
export const COMPILERS: Record<'mssql' | 'postgres', Dialect> = {
  mssql: {
    createAdapter: () => new MssqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MssqlIntrospector(db),
    createQueryCompiler: () => new CompilerToMssql(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new CompilerToPostgres(),
  },
};
