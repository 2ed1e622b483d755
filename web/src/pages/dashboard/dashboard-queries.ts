import { queryOptions } from '@tanstack/react-query';
import type { Operation } from '../../app/ask';
import { dayAfter } from '../../app/days';
import { askToday } from '../../app/days-left';
import { query, queryForParts } from '../../app/query';
import {
  PortalAdminDashboardDocument,
  PortalCustomerDashboardDocument,
  PortalExpiringStockDocument,
  PortalOperationsDashboardDocument,
  PortalWarehouseDashboardDocument,
} from './dashboard.generated';

/** How many days ahead stock is said to expire soon. */
export const SOON_DAYS = 90;

/** What a role's page shows, be it without the stock. */
function landing<R, V>(role: string, operation: Operation<R, V>, variables: V) {
  return queryOptions({
    queryKey: ['dashboard', role, variables],
    queryFn: ({ signal }) => queryForParts(operation, variables, signal),
  });
}

/** What waits for a customer, and what they have. */
export const customerDashboard = landing('CUSTOMER', PortalCustomerDashboardDocument, {});

/** What waits for operations. */
export const operationsDashboard = landing('OPERATIONS', PortalOperationsDashboardDocument, {});

/** What goes out of the warehouse. */
export const warehouseDashboard = landing('WAREHOUSE', PortalWarehouseDashboardDocument, {});

/** What waits for admins. */
export const adminDashboard = landing('ADMIN', PortalAdminDashboardDocument, {});

/** The stock that expires soon, that of today first. */
export const expiringStock = queryOptions({
  queryKey: ['dashboard', 'expiring'],
  queryFn: async ({ client, signal }) => {
    const from = await askToday(client);
    const expiresOn = { from, to: dayAfter(from, SOON_DAYS) };
    return query(PortalExpiringStockDocument, { expiresOn }, signal);
  },
});
