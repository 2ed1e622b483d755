/** The first segments of the paths that programs ask for. `track` is theirs only where the portal isn't served. */
export const SERVICE_PATHS: readonly string[] = [
  ...['api', 'export', 'graphql', 'healthz', 'metrics', 'odata', 'playground', 'readyz', 'track'],
];

/** The first segments of the portal's pages and files. A test compares them with what is built. */
export const PORTAL_PATHS: readonly string[] = [
  ...['account', 'admin', 'admin-login', 'assets', 'brand.css', 'change-password', 'confirm-email'],
  ...['customer', 'dashboard', 'driver', 'forgot-password', 'help', 'icon.svg', 'inventory', 'invoices'],
  ...['login', 'operations', 'parts', 'payments', 'reset-password', 'track', 'warehouse'],
];

/** The first segment of a path, such as `api` of `/API/v1`. */
export const firstSegment = (path: string): string => path.split('/')[1]?.toLowerCase() ?? '';
