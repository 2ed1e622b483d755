import { type FederationEntity, problemOfId } from '../../shared/federation-entity.js';
import { toStoredId } from '../../shared/id-format.js';
import type { CustomerContext } from './customer.resolver.js';

/** Customers of the CRM, also deleted ones, as the query `customer` reads them. */
export const CUSTOMER_ENTITY: FederationEntity<CustomerContext> = {
  type: 'Customer',
  key: 'id',
  ruledBy: 'customer',
  problemOf: problemOfId,
  byKey: (id, { loaders }) => loaders.customers.byId(toStoredId(id)),
};
