import type { SelectQueryBuilder } from 'typeorm';
import { whereDays } from '../../../db/where-days.js';
import { type ShipmentColumns, whereShipment } from '../shipment/shipment-list.js';
import type { ConnoteFilter } from './connote.args.js';
import type { ConnoteRecord } from './connote.entity.js';

const COLUMNS: ShipmentColumns = {
  ...{ alias: 'c', name: 'number', form: /^CN-\d{6,}$/ },
  places: ['pickup', 'delivery'],
};

/** Restricts a query to the connotes that match. The alias of the connotes is c. @param timeZone of `createdOn` */
export function whereMatches(
  query: SelectQueryBuilder<ConnoteRecord>,
  filter: ConnoteFilter,
  timeZone: string,
): SelectQueryBuilder<ConnoteRecord> {
  const { status, driverId, pickupOn } = filter;
  if (status) query.andWhere('c.status = any(:statuses)', { statuses: status });
  if (driverId) query.andWhere('c.driver_id = :driverId', { driverId });
  whereShipment(query, COLUMNS, filter, timeZone);
  whereDays(query, 'c.pickup_on', pickupOn);
  return query;
}
