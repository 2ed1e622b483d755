import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('a customer sees the stock of exactly the ERP customers assigned to them', async () => {
  const { data, errors } = await app.ask(InventoryDocument, { first: 500 }, 'customer1');
  expect(errors).toEqual([]);
  expect(new Set(data?.inventory.nodes.map((item) => item.erpCustomer.name))).toEqual(
    new Set(['Acme Beverages']),
  );
});
