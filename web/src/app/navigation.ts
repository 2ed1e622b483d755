import type { PortalFeature, Role } from './operations.generated';
import type { Path } from './paths';

type Word =
  | 'dashboard'
  | 'inventory'
  | 'quotes'
  | 'bookings'
  | 'shipments'
  | 'rewards'
  | 'invoices'
  | 'history'
  | 'connotes'
  | 'customers'
  | 'rates'
  | 'erp'
  | 'users'
  | 'apiKeys'
  | 'audit'
  | 'mails';

/** A link of the shell. */
export interface NavigationLink {
  to: Path;
  /** Its word in `common.pages`. */
  word: Word;
  /** What the portal must have for it. */
  feature?: PortalFeature;
  /** Another page that it stands for, which has a link there. */
  also?: Path;
}

const inventory: NavigationLink = { to: '/inventory', word: 'inventory' };
const invoices: NavigationLink = {
  ...{ to: '/invoices', word: 'invoices', feature: 'INVOICES', also: '/payments' },
};
/** The freight of all customers, and who these are. */
const business: readonly NavigationLink[] = [
  { to: '/operations/quotes', word: 'quotes' },
  { to: '/operations/connotes', word: 'connotes' },
  { to: '/dashboard/customers', word: 'customers' },
];
const rates: NavigationLink = { to: '/operations/rates', word: 'rates' };

/** So many links stand in a row; the others are behind a button there. A phone lists all. */
export const IN_A_ROW = 6;

/** The links of the shell for each role, the most used first. */
const NAVIGATION: Record<Role, readonly NavigationLink[]> = {
  CUSTOMER: [
    { to: '/customer/dashboard', word: 'dashboard' },
    inventory,
    { to: '/customer/quotes', word: 'quotes' },
    { to: '/customer/bookings', word: 'bookings' },
    { to: '/customer/shipments', word: 'shipments' },
    invoices,
    { to: '/customer/rewards', word: 'rewards', feature: 'REWARDS' },
    { to: '/customer/history', word: 'history', feature: 'HISTORY' },
  ],
  OPERATIONS: [
    { to: '/operations/dashboard', word: 'dashboard' },
    inventory,
    ...business,
    invoices,
    rates,
    { to: '/operations/erp', word: 'erp' },
  ],
  DRIVER: [{ to: '/driver/dashboard', word: 'dashboard' }],
  WAREHOUSE: [{ to: '/warehouse/dashboard', word: 'dashboard' }, inventory],
  ADMIN: [
    { to: '/admin/dashboard', word: 'dashboard' },
    inventory,
    ...business,
    { to: '/admin/users', word: 'users' },
    invoices,
    rates,
    { to: '/admin/api-keys', word: 'apiKeys' },
    { to: '/admin/audit', word: 'audit' },
    { to: '/admin/mails', word: 'mails' },
    { to: '/admin/erp', word: 'erp' },
  ],
};

/** The links of a role in a portal that has these features. */
export const linksFor = (role: Role, features: readonly PortalFeature[]): readonly NavigationLink[] =>
  NAVIGATION[role].filter(({ feature }) => !feature || features.includes(feature));
