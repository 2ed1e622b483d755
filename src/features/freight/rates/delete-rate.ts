import { inTransaction } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { changesBetween } from '../../audit/audit-event.js';
import { rateChanged } from './rate.audit.js';
import { rateFieldsOf } from './rate.entity.js';
import { lockRate, type RateDependencies } from './save-rate.js';

/** Removes a rate from the rate card. Prices that were set stay as they are. @throws NOT_FOUND */
export async function deleteRate(
  { dataSource, rates, audit }: RateDependencies,
  id: string,
  origin: Origin,
): Promise<void> {
  await inTransaction(dataSource, async (tx) => {
    const rate = await lockRate(tx, rates, id, 'id');
    await rates.delete(tx, id);
    await audit.append(tx, origin, rateChanged(rate, changesBetween({ ...rateFieldsOf(rate) }, {})));
  });
}
