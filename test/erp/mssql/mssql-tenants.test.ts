import { afterAll, beforeAll, expect, test } from 'vitest';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';

/** Names that the server's collation takes for a customer's own. */
const LOOKALIKES = [
  ['case', 'ACME BEVERAGES'],
  ['trailing blanks', 'Acme Beverages  '],
  ['accents', 'Ácme Beveragés'],
  ['full width', 'Ａｃｍｅ Beverages'],
  ['a NUL inside', 'Acme\0 Beverages'],
  ['a NUL at the end', 'Acme Beverages\0'],
] as const;

let stock: DemoStock;
beforeAll(async () => {
  stock = await DemoStock.open({ collation: 'Latin1_General_CI_AI', everyNth: 100 });
  for (const [index, [, name]] of LOOKALIKES.entries()) {
    await stock.run(
      `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
       values (${2_000_000 + index}, $1, 'STOLEN', 'SYD1', 'EA', 1, 0)`,
      [name],
    );
  }
});
afterAll(() => stock.close());

// Else what the conformance suite shows of tenants would show nothing.
test.each(LOOKALIKES)('the test server takes names for equal that differ by %s', async (_by, name) => {
  const { rows } = await stock.answer({
    sql: "select count(*) as n from erp.stock where owner_name = N'Acme Beverages' and owner_name = @1 and item_code = @2",
    parameters: [
      { name: '1', type: { name: 'nvarchar', length: 4000 }, value: name },
      { name: '2', type: { name: 'nvarchar', length: 4000 }, value: 'stolen' },
    ],
  });
  expect(rows).toEqual([[String(LOOKALIKES.length)]]);
});
