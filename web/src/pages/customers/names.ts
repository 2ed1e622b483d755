import { contactOf, type NamedCustomer } from '../../app/customer-name';

/** Names a customer among others of the same company. */
export const fullNameOf = (customer: NamedCustomer): string =>
  customer.company ? `${customer.company} (${contactOf(customer)})` : contactOf(customer);
