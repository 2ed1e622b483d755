import type { SelectQueryBuilder } from 'typeorm';
import { readLimited } from '../../../db/limited-read.js';
import { type ListPage, type SortExpressions, selectListPage } from '../../../db/list-page.js';
import { whereTimesOnDays } from '../../../db/where-days.js';
import { whereWords } from '../../../db/where-words.js';
import type { Position } from '../../../shared/cursor.js';
import { groupBy } from '../../../shared/group-by.js';
import type { StatusCounts } from '../list-counts.js';
import type { ShipmentFilter } from './shipment.args.js';
import type { ShipmentRecord } from './shipment.entity.js';

/** A quote or connote of a list, and its position in the list's order. */
export interface Listed<Row> {
  row: Row;
  position: Position;
}

/** How a query names what the conditions are about. */
export interface ShipmentColumns {
  /** The alias of the table. */
  alias: string;
  /** The column of the reference or number, and the form of a whole one. */
  name: string;
  form: RegExp;
  /** The columns of the two addresses. */
  places: readonly [string, string];
}

/** Restricts a query to the quotes or connotes that match what both lists can be filtered by. */
export function whereShipment<Row extends ShipmentRecord>(
  query: SelectQueryBuilder<Row>,
  { alias, name, form, places }: ShipmentColumns,
  filter: ShipmentFilter,
  timeZone: string,
): void {
  const { service, customerId, search, createdOn } = filter;
  if (service) query.andWhere(`${alias}.service = any(:services)`, { services: service });
  if (customerId) query.andWhere(`${alias}.customer_id = :customerId`, { customerId });
  const fields = places.flatMap((place) =>
    ['company', 'suburb', 'state', 'postcode'].map((field) => `${alias}.${place} ->> '${field}'`),
  );
  const owner = `(select concat_ws(' ', o.first_name, o.last_name, o.company) from customer o where o.id = ${alias}.customer_id)`;
  const searched = [`${alias}.${name}`, `${alias}.customer_reference`, ...fields, owner].join(', ');
  whereWords(query, `concat_ws(' ', ${searched})`, search, { column: `${alias}.${name}`, form });
  whereTimesOnDays(query, `${alias}.created_at`, createdOn, timeZone);
}

/** How many rows of a query have each status. @param status the SQL of the status */
export async function countByStatus<Row extends ShipmentRecord>(
  query: SelectQueryBuilder<Row>,
  status: string,
): Promise<StatusCounts> {
  const rows = await readLimited(selectCounts(query, status), (counted) => counted.getRawMany<CountRow>());
  return toCounts(rows);
}

/** The same for each of these customers, in one query. */
export async function countByCustomer<Row extends ShipmentRecord>(
  query: SelectQueryBuilder<Row>,
  status: string,
  customerIds: readonly string[],
): Promise<Map<string, StatusCounts>> {
  const owner = `${query.alias}.customer_id`;
  const byOwner = selectCounts(query, status)
    .andWhere(`${owner} = any(:customerIds)`, { customerIds })
    .addSelect(owner, 'owner')
    .addGroupBy(owner);
  const rows = await readLimited(byOwner, (counted) => counted.getRawMany<CountRow & { owner: string }>());
  return new Map([...groupBy(rows, (row) => row.owner)].map(([id, of]) => [id, toCounts(of)]));
}

/**
 * The same page of each of these customers, newest first, in one query.
 *
 * @param all the whole table
 * @param matching the rows that the list has, with the same alias
 */
export async function pagesByCustomer<Row extends ShipmentRecord, Column extends string>(
  { all, matching }: { all: SelectQueryBuilder<Row>; matching: SelectQueryBuilder<Row> },
  expressions: SortExpressions<Column>,
  { customerIds, ...page }: ListPage<Column> & { customerIds: readonly string[] },
): Promise<Map<string, Listed<Row>[]>> {
  const { alias } = all;
  const ofOwner = matching.select(`${alias}.id`, 'id').andWhere(`${alias}.customer_id = owner.id`);
  selectListPage(ofOwner, expressions, page);
  const listed = all
    .where(
      `${alias}.id in (select listed.id from unnest(cast(:customerIds as uuid[])) as owner (id)
         cross join lateral (${ofOwner.getQuery()}) as listed)`,
    )
    .setParameters({ ...ofOwner.getParameters(), customerIds })
    .orderBy(`${alias}.createdAt`, 'DESC')
    .addOrderBy(`${alias}.id`, 'DESC');
  const records = await readLimited(listed, (query) => query.getMany());
  const rows = records.map((row) => ({ row, position: [row.createdAt.toISOString(), row.id] }));
  return groupBy(rows, ({ row }) => row.customerId);
}

interface CountRow {
  status_counted: string;
  count: number;
}

const selectCounts = <Row extends ShipmentRecord>(query: SelectQueryBuilder<Row>, status: string) =>
  query
    .select(status, 'status_counted')
    .addSelect('cast(count(*) as integer)', 'count')
    .groupBy('status_counted');

const toCounts = (rows: readonly CountRow[]): StatusCounts =>
  new Map(rows.map(({ status_counted, count }) => [status_counted, count]));
