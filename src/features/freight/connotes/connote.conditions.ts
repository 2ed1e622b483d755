import type { SelectQueryBuilder } from 'typeorm';
import { whereDays, whereTimesOnDays } from '../../../db/where-days.js';
import { whereWords } from '../../../db/where-words.js';
import type { ConnoteFilter } from './connote.args.js';
import type { ConnoteRecord } from './connote.entity.js';

const placeFields = (column: string) =>
  ['company', 'suburb', 'state', 'postcode'].map((field) => `c.${column} ->> '${field}'`).join(', ');
const CUSTOMER_NAME = `(select concat_ws(' ', o.first_name, o.last_name, o.company) from customer o where o.id = c.customer_id)`;
const SEARCHED = `concat_ws(' ', c.number, c.customer_reference, ${placeFields('pickup')}, ${placeFields('delivery')}, ${CUSTOMER_NAME})`;
/** The number of a connote, such as CN-000001. */
const NUMBER = { column: 'c.number', form: /^CN-\d{6,}$/ };

/** Restricts a query to the connotes that match. The alias of the connotes is c. @param timeZone of `createdOn` */
export function whereMatches(
  query: SelectQueryBuilder<ConnoteRecord>,
  filter: ConnoteFilter,
  timeZone: string,
): SelectQueryBuilder<ConnoteRecord> {
  const { status, service, customerId, driverId } = filter;
  if (status) query.andWhere('c.status = any(:statuses)', { statuses: status });
  if (service) query.andWhere('c.service = any(:services)', { services: service });
  if (customerId) query.andWhere('c.customer_id = :customerId', { customerId });
  if (driverId) query.andWhere('c.driver_id = :driverId', { driverId });
  whereWords(query, SEARCHED, filter.search, NUMBER);
  whereTimesOnDays(query, 'c.created_at', filter.createdOn, timeZone);
  whereDays(query, 'c.pickup_on', filter.pickupOn);
  return query;
}
