import type { Role } from '../../shared/auth.js';

/** Publicly known, so the demo logins exist outside production only. */
export const DEMO_PASSWORD = 'password123';

interface DemoUser {
  username: string;
  role: Role;
  allErpCustomers?: true;
  erpCustomerNames?: readonly string[];
  /** Whose stock the login sees, in words. */
  sees: string;
}

/** A login for each role, assigned to customers of the demo ERP. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    username: 'customer1',
    role: 'CUSTOMER',
    erpCustomerNames: ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'],
    sees: 'Acme Beverages and Brünnhilde Kosmetik GmbH',
  },
  {
    username: 'customer2',
    role: 'CUSTOMER',
    erpCustomerNames: ['Northwind Foods Pty Ltd'],
    sees: 'Northwind Foods Pty Ltd',
  },
  { username: 'customerall', role: 'CUSTOMER', allErpCustomers: true, sees: 'every customer' },
  { username: 'operations1', role: 'OPERATIONS', sees: 'every customer' },
  { username: 'admin1', role: 'ADMIN', sees: 'every customer, and the accounts' },
  { username: 'driver1', role: 'DRIVER', sees: 'no stock' },
  { username: 'warehouse1', role: 'WAREHOUSE', sees: 'every customer' },
];
