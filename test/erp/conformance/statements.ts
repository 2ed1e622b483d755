import { describe, expect, test } from 'vitest';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import { type ErpColumn, ErpStatementError } from '../../../src/erp/erp.js';
import { until } from '../../support/until.js';
import { writePrivilegesOf } from '../../support/write-privileges.js';
import { isIdle, never, type Stage } from './stage.js';

const TYPES: Record<string, ErpColumn['type']> = {
  row_id: 'integer',
  customer_name: 'text',
  part_number: 'text',
  description: 'text',
  warehouse: 'text',
  bin: 'text',
  lot: 'text',
  status: 'text',
  unit: 'text',
  quantity_on_hand: 'decimal',
  quantity_allocated: 'decimal',
  quantity_available: 'decimal',
  received_on: 'date',
  expires_on: 'date',
  last_moved_at: 'timestamp',
};
const REFUSED = ['select no_such_column from erp.stock', 'select * from no_such_table', 'select from where'];

/** What a server says of a SELECT and of us, and what it won't take. */
export function statementsSuite(on: () => Stage): void {
  test('it says who it is and whom it takes us for', async () => {
    const { erp } = on();
    const { version, database, login } = await erp.identify(never);
    for (const text of [version, database, login]) expect(text).not.toBe('');
  });

  test('it says what the login could change', async () => {
    const { erp, mapping } = on();
    const writePrivileges = await writePrivilegesOf(erp, mapping);
    for (const { what } of writePrivileges) expect(what).toMatch(/^it /);
  });

  describe('the columns of a SELECT', () => {
    test('are those of the mapping, with their types', async () => {
      const columns = await on().erp.describe(on().mapping, never);
      const { quantity_available, ...mapped } = TYPES;
      expect(Object.fromEntries(columns.map(({ name, type }) => [name, type]))).toEqual(mapped);
      expect(columns.map(({ name }) => name)).toEqual(Object.keys(mapped));
      for (const { declared } of columns) expect(declared).toMatch(/^[a-z]/);
    });

    test('are told though it ends in a comment', async () => {
      const columns = await on().erp.describe('select 1 as one -- and only', never);
      expect(columns).toMatchObject([{ name: 'one', type: 'integer' }]);
    });
  });

  describe.each(REFUSED)('%s', (sql) => {
    test('is an error of the statement, and the connection serves on', async () => {
      const { erp } = on();
      await expect(erp.describe(sql, never)).rejects.toBeInstanceOf(ErpStatementError);
      await expect(erp.read({ sql, parameters: [] }, never)).rejects.toBeInstanceOf(ErpStatementError);
      await until(() => isIdle(erp));
      expect(await erp.read({ sql: 'select 1 as one', parameters: [] }, never)).toEqual([{ one: '1' }]);
    });
  });

  // The last of all: it takes the table away.
  test("a mapping that broke is asked once, and its SQL is nobody's to see", async () => {
    const { app, run } = on();
    await run('drop table erp.stock');
    app.clear();
    const { data, errors, text } = await app.ask(InventoryDocument, { first: 7 }, 'customer1');
    const { code, retryable } = errors[0]?.extensions ?? {};
    expect([data, errors.length, code, retryable]).toEqual([null, 1, 'ERP_UNAVAILABLE', false]);
    expect(text).not.toMatch(/stock|select|invalid|relation|42P01|208/i);
    expect(app.erpQueries).toHaveLength(1);
  });
}
