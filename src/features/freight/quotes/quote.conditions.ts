import type { SelectQueryBuilder } from 'typeorm';
import { whereDays, whereTimesOnDays } from '../../../db/where-days.js';
import { whereWords } from '../../../db/where-words.js';
import type { QuoteFilter } from './quote.args.js';
import type { QuoteRecord } from './quote.entity.js';
import { STATUS_TODAY } from './quote.order.js';

const placeFields = (column: string) =>
  ['company', 'suburb', 'state', 'postcode'].map((field) => `q.${column} ->> '${field}'`).join(', ');
const CUSTOMER_NAME = `(select concat_ws(' ', c.first_name, c.last_name, c.company) from customer c where c.id = q.customer_id)`;
const SEARCHED = `concat_ws(' ', q.reference, q.customer_reference, ${placeFields('origin')}, ${placeFields('destination')}, ${CUSTOMER_NAME})`;
/** The reference of a quote, such as QT-000001. */
const REFERENCE = { column: 'q.reference', form: /^QT-\d{6,}$/ };

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
  const { status, service, customerId, createdOn, validUntil } = filter;
  if (status) query.andWhere(`${STATUS_TODAY} = any(:statuses)`, { statuses: status });
  if (service) query.andWhere('q.service = any(:services)', { services: service });
  if (customerId) query.andWhere('q.customer_id = :customerId', { customerId });
  whereWords(query, SEARCHED, filter.search, REFERENCE);
  whereTimesOnDays(query, 'q.created_at', createdOn, timeZone);
  whereDays(query, 'q.valid_until', validUntil);
  return query;
}
