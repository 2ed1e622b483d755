import type { SelectQueryBuilder } from 'typeorm';
import { whereDays } from '../../../db/where-days.js';
import { type ShipmentColumns, whereShipment } from '../shipment/shipment-list.js';
import type { QuoteFilter } from './quote.args.js';
import type { QuoteRecord } from './quote.entity.js';
import { STATUS_TODAY } from './quote.order.js';

const COLUMNS: ShipmentColumns = {
  ...{ alias: 'q', name: 'reference', form: /^QT-\d{6,}$/ },
  places: ['origin', 'destination'],
};

/**
 * Restricts a query to the quotes that match. The alias of the quotes is q, and the parameter `today` has the day that
 * statuses are as of.
 *
 * @param timeZone of `createdOn`
 */
export function whereMatches(
  query: SelectQueryBuilder<QuoteRecord>,
  filter: QuoteFilter,
  timeZone: string,
): SelectQueryBuilder<QuoteRecord> {
  const { status, validUntil } = filter;
  if (status) query.andWhere(`${STATUS_TODAY} = any(:statuses)`, { statuses: status });
  whereShipment(query, COLUMNS, filter, timeZone);
  whereDays(query, 'q.valid_until', validUntil);
  return query;
}
