import type { DemoStockOptions } from './tds-server/demo-stock-columns.js';
import { DemoStock } from './tds-server/demo-stock-session.js';
import type { ResultSet, SqlError, Statement } from './tds-server/sql-types.js';
import { TdsServer } from './tds-server/tds-server.js';

/** What becomes of a question instead of an answer: an error, at once or after some rows. */
export type InjectedFault = SqlError | { error: SqlError; afterRows: number };

/** The demo ERP behind the test TDS server, with what befalls the questions about its inventory. */
export class TdsErp {
  /** The SQL of each question about the inventory, invoices or payments, whatever became of it. */
  readonly questions: string[] = [];
  #fault: () => InjectedFault | null = () => null;
  #held: Promise<void> | null = null;
  #release = () => {};

  private constructor(
    readonly server: TdsServer,
    private readonly stock: DemoStock,
  ) {}

  /** A copy of the demo ERP of its own. */
  static async start(options: DemoStockOptions = {}): Promise<TdsErp> {
    const stock = await DemoStock.open(options);
    const server = await TdsServer.start((statement): Promise<ResultSet> => erp.#answer(statement));
    const erp = new TdsErp(server, stock);
    return erp;
  }

  /** What makes a portal use it. */
  get settings(): Record<string, string> {
    return this.server.settings;
  }

  /** Changes what the ERP holds, as somebody does who works with it. */
  run(sql: string): Promise<void> {
    return this.stock.run(sql, []);
  }

  /** Has these befall the next questions, the first of them first. */
  failNext(...faults: InjectedFault[]): void {
    this.#fault = () => faults.shift() ?? null;
  }

  /** Has this befall every question from now on. */
  failAlways(fault: InjectedFault): void {
    this.#fault = () => fault;
  }

  /** Takes questions and answers none until `release`. */
  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  release(): void {
    this.#held = null;
    this.#release();
  }

  /** @throws AggregateError where the server itself failed */
  async close(): Promise<void> {
    this.release();
    await this.server.stop();
    await this.stock.close();
    const { failures } = this.server;
    if (failures.length > 0) throw new AggregateError(failures, 'the TDS server failed');
  }

  async #answer(statement: Statement): Promise<ResultSet> {
    if (!/"(inventory|invoices|payments)"/.test(statement.sql)) return this.stock.answer(statement);
    this.questions.push(statement.sql);
    const fault = this.#fault();
    if (fault && !('afterRows' in fault)) throw fault;
    await this.#held;
    const { columns, rows } = await this.stock.answer(statement);
    return { columns, rows: fault ? failing(rows, fault) : rows };
  }
}

async function* failing(rows: ResultSet['rows'], fault: { error: SqlError; afterRows: number }) {
  let left = fault.afterRows;
  for await (const row of rows) {
    if (left === 0) throw fault.error;
    left -= 1;
    yield row;
  }
  throw fault.error;
}
