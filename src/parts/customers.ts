import type { DataSource } from 'typeorm';
import { CustomerStore } from '../features/customers/customer.store.js';
import { PortalAccountStore } from '../features/customers/portal-account.store.js';

/** The CRM's customers and their accounts. */
export function customerParts(dataSource: DataSource) {
  return { customers: new CustomerStore(dataSource), accounts: new PortalAccountStore(dataSource) };
}
