import type { FreightScope } from '../freight-scope.js';
import type { ConnoteRecord } from './connote.entity.js';

/** The addresses of a connote as a viewer with this scope may see them. Contacts aren't for the warehouse. */
export function shownAddresses(
  scope: FreightScope,
  { pickup, delivery }: Pick<ConnoteRecord, 'pickup' | 'delivery'>,
): Pick<ConnoteRecord, 'pickup' | 'delivery'> {
  const hidden = scope.kind === 'WAREHOUSE' ? { contactName: null, contactPhone: null } : {};
  return { pickup: { ...pickup, ...hidden }, delivery: { ...delivery, ...hidden } };
}
