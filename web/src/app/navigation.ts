import type { Role } from './operations.generated';
import type { Path } from './paths';

type Word = 'dashboard' | 'inventory' | 'quotes' | 'requestQuote' | 'bookings' | 'shipments';

/** A link of the shell. */
export interface NavigationLink {
  to: Path;
  /** Its word in `common.pages`. */
  word: Word;
}

const inventory: NavigationLink = { to: '/inventory', word: 'inventory' };

/** The links of the shell for each role. */
export const NAVIGATION: Record<Role, readonly NavigationLink[]> = {
  CUSTOMER: [
    { to: '/customer/dashboard', word: 'dashboard' },
    inventory,
    { to: '/customer/quotes', word: 'quotes' },
    { to: '/customer/bookings', word: 'bookings' },
    { to: '/customer/shipments', word: 'shipments' },
  ],
  OPERATIONS: [{ to: '/operations/dashboard', word: 'dashboard' }, inventory],
  DRIVER: [{ to: '/driver/dashboard', word: 'dashboard' }],
  WAREHOUSE: [{ to: '/warehouse/dashboard', word: 'dashboard' }, inventory],
  ADMIN: [{ to: '/admin/dashboard', word: 'dashboard' }, inventory],
};
