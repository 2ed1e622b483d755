import type { FederationEntity, KeyProblem } from '../../shared/federation-entity.js';
import { MAX_FILTER_TEXT, NUL_PROBLEM } from '../../shared/filters.type.js';
import { tooLong } from '../../shared/refusal-reasons.js';
import type { InventoryContext } from './inventory.resolver.js';
import type { ErpCustomer } from './inventory.type.js';

/** The ERP's customers, for those whom the inventory's rows lead to them, and within the same scope. */
export const ERP_CUSTOMER_ENTITY: FederationEntity<InventoryContext> = {
  type: 'ErpCustomer',
  key: 'name',
  ruledBy: 'inventory',
  problemOf: problemOfName,
  byKey: async (name, { erpScope, loaders }): Promise<ErpCustomer | null> =>
    (await loaders.inventory.hasCustomer(erpScope, name)) ? { name } : null,
};

/** The same as of a name in a filter. */
function problemOfName(name: string): KeyProblem | null {
  if (name.length > MAX_FILTER_TEXT) {
    const message = `found ${name.length} characters; wanted at most ${MAX_FILTER_TEXT}`;
    return { message, ...tooLong(MAX_FILTER_TEXT) };
  }
  return name.includes('\0') ? NUL_PROBLEM : null;
}
