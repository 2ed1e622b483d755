import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../shared/auth.js';

/** Which quotes and connotes a viewer may see. Computed from the viewer alone, and part of every cursor and loader key. */
export type FreightScope =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'CUSTOMER'; readonly customerId: string }
  | { readonly kind: 'DRIVER'; readonly driverId: string }
  | { readonly kind: 'WAREHOUSE' }
  | { readonly kind: 'NONE' };

/** The statuses of the connotes that a warehouse sees. */
const WAREHOUSE_STATUSES = ['CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED'] as const;

/** What a viewer may see. Nothing by default: a customer's login that belongs to no customer sees nothing. */
export function freightScopeOf(viewer: Viewer | null): FreightScope {
  switch (viewer?.role) {
    case 'OPERATIONS':
    case 'ADMIN':
      return { kind: 'ALL' };
    case 'CUSTOMER':
      return viewer.customerId === null
        ? { kind: 'NONE' }
        : { kind: 'CUSTOMER', customerId: viewer.customerId };
    case 'DRIVER':
      return { kind: 'DRIVER', driverId: viewer.userId };
    case 'WAREHOUSE':
      return { kind: 'WAREHOUSE' };
    default:
      return { kind: 'NONE' };
  }
}

/** A text that is the same only for equal scopes. */
export const freightScopeKey = (scope: FreightScope): string => JSON.stringify(scope);

/** Restricts a query to the quotes in scope. Only staff and the customer see quotes. @param alias of the table */
export function restrictQuotes<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: FreightScope,
  alias: string,
): SelectQueryBuilder<Row> {
  if (scope.kind === 'ALL') return query;
  if (scope.kind !== 'CUSTOMER') return query.andWhere('false');
  return query.andWhere(`${alias}.customer_id = :scopeCustomerId`, { scopeCustomerId: scope.customerId });
}

/** Restricts a query to the connotes in scope. @param alias of the table */
export function restrictConnotes<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: FreightScope,
  alias: string,
): SelectQueryBuilder<Row> {
  switch (scope.kind) {
    case 'ALL':
      return query;
    case 'CUSTOMER':
      return query.andWhere(`${alias}.customer_id = :scopeCustomerId`, { scopeCustomerId: scope.customerId });
    case 'DRIVER':
      return query.andWhere(`${alias}.driver_id = :scopeDriverId`, { scopeDriverId: scope.driverId });
    case 'WAREHOUSE':
      return query.andWhere(`${alias}.status in (:...scopeStatuses)`, { scopeStatuses: WAREHOUSE_STATUSES });
    case 'NONE':
      return query.andWhere('false');
  }
}
