import { type ListSearch, readListSearch } from '../../../app/list/list-search';
import type { Role } from '../../../app/operations.generated';
import { readDay } from '../../../app/read-day';
import { readOneOf } from '../../../app/search';

/** The roles, those with the most logins first. */
export const ROLES: readonly Role[] = ['CUSTOMER', 'OPERATIONS', 'DRIVER', 'WAREHOUSE', 'ADMIN'];
/** What logins can be filtered by. */
export const USER_STATES = ['ACTIVE', 'INACTIVE', 'LOCKED', 'TEMPORARY', 'UNCONFIRMED'] as const;
/** What logins can be ordered by. */
export const USER_SORTS = ['username', 'email', 'lastLogin', 'newest'] as const;

/** A state of logins. */
export type UserState = (typeof USER_STATES)[number];

/** The view of the list of users, as the address says it. */
export interface UserSearch extends ListSearch<UserState> {
  role?: Role | undefined;
  /** Only logins that nobody has signed in to since this day began. */
  unused?: string | undefined;
  sort?: (typeof USER_SORTS)[number] | undefined;
}

const readList = readListSearch(USER_STATES);

/** Reads the view of the list of users from its address. */
export const readUserSearch = (search: Record<string, unknown>): UserSearch => ({
  ...readList(search),
  role: readOneOf(ROLES, search['role']),
  unused: readDay(search['unused']),
  sort: readOneOf(USER_SORTS, search['sort']),
});
