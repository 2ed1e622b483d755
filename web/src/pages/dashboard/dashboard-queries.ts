import { queryOptions } from '@tanstack/react-query';
import type { Operation } from '../../app/ask';
import { dayAfter } from '../../app/days-left';
import type { PortalDriverDashboardQueryVariables } from '../../app/operations.generated';
import { query, queryForParts } from '../../app/query';
import {
  PortalAdminDashboardDocument,
  PortalCustomerDashboardDocument,
  PortalDriverDashboardDocument,
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

/** A driver's run. @param today null until it is known */
export const driverDashboard = (today: string | null) => {
  const variables: PortalDriverDashboardQueryVariables = { tomorrow: today ? dayAfter(today, 1) : '' };
  return { ...landing('DRIVER', PortalDriverDashboardDocument, variables), enabled: today !== null };
};

/** The stock that expires soon, that of today first. @param today null until it is known */
export const expiringStock = (today: string | null) => {
  const expiresOn = today ? { from: today, to: dayAfter(today, SOON_DAYS) } : {};
  return queryOptions({
    queryKey: ['dashboard', 'expiring', expiresOn],
    queryFn: ({ signal }) => query(PortalExpiringStockDocument, { expiresOn }, signal),
    enabled: today !== null,
  });
};
