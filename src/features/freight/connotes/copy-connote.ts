import { inTransaction } from '../../../db/in-transaction.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { weightsOf } from '../shipment/weights.js';
import { lockCustomerOf } from '../shipment-customer.js';
import { addConnote } from './add-connote.js';
import type { ConnoteRecord } from './connote.entity.js';
import { lockConnote } from './lock-connote.js';

/**
 * Books a connote again: a draft with the same customer, lane, goods, service and instructions. Days, the price and the
 * customer's reference belong to the first one.
 *
 * @throws NOT_FOUND; CONFLICT if the customer is deleted, or has too many connotes
 */
export function copyConnote(
  dependencies: FreightDependencies,
  acting: Acting,
  id: string,
): Promise<ConnoteRecord> {
  const { dataSource, connotes, settings } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const model = await lockConnote(tx, connotes, acting.viewer, { id, path: 'id' });
    await lockCustomerOf(tx, dependencies, model.customerId, { name: model.number, path: 'id' });
    const { number, customerId, service, pickup, delivery, items, instructions } = model;
    // The settings may have changed since.
    const weights = weightsOf(items, model.weightKg, settings.cubicFactor);
    return addConnote(tx, dependencies, acting, {
      path: 'id',
      copyOf: number,
      booking: {
        ...{ customerId, service, pickup, delivery, items, instructions, ...weights },
        ...{ quoteId: null, status: 'DRAFT', totalAmount: '0.00', currency: settings.currency },
        ...{ customerReference: null, pickupOn: null, readyAt: null },
      },
    });
  });
}
