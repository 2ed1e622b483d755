import { randomBytes } from 'node:crypto';
import { CreateCustomerDocument, type CreateCustomerInput } from '../../schema/operations.generated.js';
import type { TestApp } from './start-app.js';

/** Adds a customer whose account nobody makes unless told so. */
export async function addCustomer(app: TestApp, more: Partial<CreateCustomerInput> = {}) {
  const email = `c${randomBytes(6).toString('hex')}@customer.example`;
  const input = { firstName: 'Ada', lastName: 'Byron', email, provisionPortalAccount: false, ...more };
  const { data, errors } = await app.ask(CreateCustomerDocument, { input }, 'operations1');
  if (!data) throw new Error(`not added: ${JSON.stringify(errors)}`);
  return { id: data.createCustomer.customer.id, email };
}
