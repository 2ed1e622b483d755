import pg from 'pg';
import { changedDemoErp } from '../demo-database.js';
import { commit } from '../direct-database.js';
import { type DemoStockOptions, LONG_COLUMNS, retype } from './demo-stock-columns.js';
import { describeColumns } from './described-columns.js';
import { toSqlError } from './sql-error-of.js';
import type { Parameter, ResultSet, Session, SqlType, SqlValue, Statement } from './sql-types.js';
import { toPostgres } from './t-sql.js';
import { NUL_STAND_IN } from './t-sql-functions.js';

/** Every value as the engine's own text. */
const AS_TEXT = { getTypeParser: () => (value: string) => value };
export interface LoginRight {
  class: 'SERVER' | 'DATABASE' | 'OBJECT';
  permission: string;
  /** Such as erp.stock, and a column of it; all of the class where it is left out. */
  on?: string;
  column?: string;
}

/** The demo ERP's stock, asked in T-SQL. */
export class DemoStock {
  readonly #pool: pg.Pool;
  readonly #types = new Map<number, TextType>();
  readonly #neverNull = new Set<string>();
  readonly #long = new Set<string>();
  readonly #configured = new WeakMap<pg.PoolClient, string>();

  private constructor(private readonly database: Awaited<ReturnType<typeof changedDemoErp>>) {
    const settings = ['search_path=tsql,pg_catalog', 'datestyle=ISO,YMD', 'default_transaction_read_only=on'];
    this.#pool = new pg.Pool({
      connectionString: database.url,
      options: settings.map((setting) => `-c ${setting}`).join(' '),
      max: 4,
      types: AS_TEXT,
    });
    this.#pool.on('error', () => {});
  }

  /** A copy of the demo stock of its own. */
  static async open(options: DemoStockOptions = {}): Promise<DemoStock> {
    const { collation = 'Latin1_General_BIN2', everyNth = 1 } = options;
    const { padded = false, narrow = false, long = false, accounts = false } = options;
    // The engine cuts names of more than 63 characters.
    const form = `${padded ? 'p' : ''}${narrow ? 'n' : ''}${long ? 'l' : ''}${accounts ? 'a' : ''}`;
    const name = `${collation.replace('Latin1_General', 'L1')}_${everyNth}${form}`;
    const database = await changedDemoErp(name.toLowerCase(), (client) =>
      retype(client, { collation, everyNth, padded, narrow, long, accounts }),
    );
    const stock = new DemoStock(database);
    await stock.#prepare(long ? LONG_COLUMNS : []);
    return stock;
  }

  /** Of its database, for what a test does there as the ERP itself. */
  get url(): string {
    return this.database.url;
  }

  /** Answers a statement, and takes no other than one that reads. @throws SqlError */
  async answer({ sql, parameters }: Statement, session?: Session): Promise<ResultSet> {
    const text = toPostgres({ sql, parameters });
    await describeColumns({ sql, parameters }, this.#pool, (fill, filled) => this.run(fill, filled));
    const values = parameters.map(toEngine);
    const client = await this.#pool.connect();
    try {
      await this.#configure(client, session?.settings ?? {});
      const { fields, rows } = await client.query<SqlValue[]>({ text, values, rowMode: 'array' });
      const columns = fields.map((field, index) => ({
        // SQL Server leaves a column without a name where none is given.
        name: field.name === '?column?' ? '' : field.name,
        type: this.#typeOf(field, rows, index),
        nullable: !this.#neverNull.has(`${field.tableID}.${field.columnID}`),
      }));
      return {
        columns,
        rows: rows.map((row) => row.map((value, index) => print(value, columns[index]?.type))),
      };
    } catch (error) {
      throw error instanceof pg.DatabaseError ? toSqlError(error) : error;
    } finally {
      client.release();
    }
  }

  /** Has a connection behave as a session has set it, unless it does already. */
  async #configure(client: pg.PoolClient, settings: Record<string, string>): Promise<void> {
    const wanted = JSON.stringify(settings);
    if ((this.#configured.get(client) ?? '{}') === wanted) return;
    await client.query(
      "select set_config('lock_timeout', $1, false), set_config('tsql.session', $2, false)",
      [settings['lock_timeout'] ?? '0', wanted],
    );
    this.#configured.set(client, wanted);
  }

  /** Runs a statement of PostgreSQL's own on the stock: what a test wants to be there, say. */
  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await commit(
      this.#pool,
      sql,
      values.map((value) => value?.replaceAll('\0', NUL_STAND_IN) ?? null),
    );
  }

  /** Gives the login a right, or a role; as a role of its own, "dbo" makes it own the database. */
  async grant(right: LoginRight | { role: string }): Promise<void> {
    if ('role' in right) return this.run('insert into tsql.login_role values ($1)', [right.role]);
    const { class: securableClass, permission, on = null, column = null } = right;
    const values = [securableClass, permission, on, column];
    await this.run('insert into tsql.login_right values ($1, $2, $3, $4)', values);
  }

  /** Takes all from the login but what it has at first, which is to read. */
  async revokeAll(): Promise<void> {
    await this.run('delete from tsql.login_role');
    await this.run("delete from tsql.login_right where permission <> 'SELECT'");
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await this.database.drop();
  }

  async #prepare(long: readonly string[]): Promise<void> {
    const client = await this.#pool.connect();
    for (const name of ['char', 'varchar', 'nchar', 'nvarchar'] as const) {
      const { rows } = await client.query(`select 'tsql.${name}'::regtype::oid as oid`);
      this.#types.set(Number(rows[0]?.oid), { name, length: name.startsWith('n') ? 4000 : 8000 });
    }
    const { rows } = await client.query(
      "select attrelid, attnum, attname, attnotnull from pg_catalog.pg_attribute where attrelid in ('erp.stock'::regclass, 'erp.invoice'::regclass, 'erp.payment'::regclass)",
    );
    for (const { attrelid, attnum, attname, attnotnull } of rows) {
      if (attnotnull === 't') this.#neverNull.add(`${attrelid}.${attnum}`);
      if (long.includes(attname)) this.#long.add(`${attrelid}.${attnum}`);
    }
    client.release();
    await this.grant({ class: 'OBJECT', permission: 'SELECT' });
  }

  #typeOf(
    { dataTypeID, dataTypeModifier, tableID, columnID }: pg.FieldDef,
    rows: readonly SqlValue[][],
    index: number,
  ): SqlType {
    if (dataTypeID !== pg.types.builtins.NUMERIC) {
      const text = this.#types.get(dataTypeID);
      if (text && this.#long.has(`${tableID}.${columnID}`)) return { ...text, length: 'max' };
      // The engine counts four more.
      if (text && dataTypeModifier > 4) return { ...text, length: dataTypeModifier - 4 };
      return text ?? TYPES[dataTypeID] ?? { name: 'nvarchar', length: 4000 };
    }
    const scales = rows.map((row) => row[index]?.split('.')[1]?.length ?? 0);
    return { name: 'decimal', precision: 38, scale: Math.max(0, ...scales) };
  }
}

type TextType = Extract<SqlType, { length: unknown }>;

const { BOOL, INT4, INT8, DATE, TIMESTAMP, BYTEA } = pg.types.builtins;
const TYPES: Record<number, SqlType> = {
  [BOOL]: { name: 'bit' },
  [INT4]: { name: 'int' },
  [INT8]: { name: 'bigint' },
  [DATE]: { name: 'date' },
  [TIMESTAMP]: { name: 'datetime2', scale: 3 },
  [BYTEA]: { name: 'varbinary', length: 8000 },
};

function toEngine({ type, value }: Parameter): SqlValue {
  if (value === null) return null;
  return type.name === 'varbinary' ? `\\x${value}` : value.replaceAll('\0', NUL_STAND_IN);
}

function print(value: SqlValue, type: SqlType | undefined): SqlValue {
  if (value === null) return null;
  if (type?.name === 'bit') return value === 't' ? '1' : '0';
  if (type?.name === 'varbinary') return value.replace(/^\\x/, '');
  return value.replaceAll(NUL_STAND_IN, '\0');
}
