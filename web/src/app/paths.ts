/**
 * The addresses of the portal's pages. The build lists them in dist/web/paths.json, by which the service knows where to
 * answer with the portal and where with 404.
 */
export const PATHS = [
  '/',
  '/login',
  '/admin-login',
  '/change-password',
  '/forgot-password',
  '/reset-password',
  '/confirm-email',
  '/track/$token',
  '/account',
  '/parts',
  '/inventory',
  '/customer/dashboard',
  '/customer/quotes',
  '/customer/quotes/$reference',
  '/customer/request-quote',
  '/customer/bookings',
  '/customer/bookings/$number',
  '/customer/shipments',
  '/customer/book-shipment',
  '/dashboard/customers',
  '/dashboard/customers/new',
  '/dashboard/customers/$id',
  '/dashboard/customers/$id/portal',
  '/dashboard/customers/$id/quotes',
  '/dashboard/customers/$id/bookings',
  '/operations/dashboard',
  '/operations/erp',
  '/operations/quotes',
  '/operations/quotes/$reference',
  '/operations/connotes',
  '/operations/connotes/$number',
  '/operations/rates',
  '/driver/dashboard',
  '/driver/connotes/$number',
  '/driver/connotes/$number/deliver',
  '/warehouse/dashboard',
  '/warehouse/connotes/$number',
  '/admin/dashboard',
  '/admin/erp',
] as const;

/** The address of a page. `$name` stands for one segment. */
export type Path = (typeof PATHS)[number];
