import { type ErpScope, narrowScope, scopeKey, type Viewer } from '../../shared/auth.js';
import type { CustomerLoader } from '../customers/customer.loader.js';
import { customerNotFound } from '../customers/lock-customer.js';
import { type FreightScope, freightScopeKey, freightScopeOf } from '../freight/freight-scope.js';
import type { HistoryStore } from './history.store.js';

/** What a history may have: of the local database, and of the ERP. */
export interface HistoryScope {
  freight: FreightScope;
  erp: ErpScope;
}

/** What finding the scope of a history needs. */
export interface ScopeSources {
  viewer: Viewer;
  customers: Pick<CustomerLoader, 'byId'>;
  store: HistoryStore;
}

/**
 * The scope of a viewer's history, or of the part of it that is about one customer: that customer's quotes, connotes and
 * points, and what their active login sees of the ERP as far as the viewer does.
 *
 * @throws NOT_FOUND for a customer that is unknown or not the viewer's own
 */
export async function historyScopeOf(
  { viewer, customers, store }: ScopeSources,
  customerId: string | null | undefined,
): Promise<HistoryScope> {
  const own = { freight: freightScopeOf(viewer), erp: viewer.erpScope };
  if (typeof customerId !== 'string') return own;
  if (viewer.role === 'CUSTOMER' && customerId === viewer.customerId) return own;
  const isSeen = own.freight.kind === 'ALL' && (await customers.byId(customerId)) !== null;
  // The same answer as for an id that nobody has.
  if (!isSeen) throw customerNotFound('filter.customerId', customerId, 'one that no customer has');
  const { all, names } = await store.erpCustomersOf(customerId);
  return {
    freight: { kind: 'CUSTOMER', customerId },
    erp: all ? own.erp : narrowScope(own.erp, names),
  };
}

/** What the cursors of a history are bound to: also to whose it is, so that nobody walks on where another began. */
export const historyBinding = (viewer: Viewer, { freight, erp }: HistoryScope): string =>
  JSON.stringify([
    'history',
    freightScopeKey(freightScopeOf(viewer)),
    freightScopeKey(freight),
    scopeKey(erp),
  ]);
