import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hasCode } from '../../../app/ask';
import { pageVariables } from '../../../app/list/list-search';
import { momentIn } from '../../../app/moment-in';
import type {
  PortalUserFilter,
  PortalUserOrder,
  PortalUsersQueryVariables,
} from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { PortalAccessDocument, PortalAccessRulesDocument } from './access.generated';
import type { UserSearch, UserState } from './user-search';
import { PortalDormantUsersDocument, PortalUserDocument, PortalUsersDocument } from './users.generated';

const STATES: Record<UserState, PortalUserFilter> = {
  ACTIVE: { active: true },
  INACTIVE: { active: false },
  LOCKED: { locked: true },
  TEMPORARY: { mustChangePassword: true },
  UNCONFIRMED: { emailConfirmed: false },
};

const ORDERS: Record<NonNullable<UserSearch['sort']>, PortalUserOrder> = {
  username: { field: 'USERNAME', direction: 'ASC' },
  email: { field: 'EMAIL', direction: 'ASC' },
  lastLogin: { field: 'LAST_LOGIN_AT', direction: 'DESC' },
  newest: { field: 'CREATED_AT', direction: 'DESC' },
};

/** The variables of the list for a view. Its day begins at midnight in the zone. */
export function userVariables(view: UserSearch, timeZone: string): PortalUsersQueryVariables {
  const { status, role, search, unused, sort } = view;
  return {
    filter: {
      ...(status ? STATES[status] : {}),
      ...(role ? { role } : {}),
      ...(search ? { search } : {}),
      ...(unused ? { lastLoginBefore: startOf(unused, timeZone) } : {}),
    },
    ...(sort ? { orderBy: ORDERS[sort] } : {}),
    ...pageVariables(view),
  };
}

/** The moment at which a day begins in a zone. */
export const startOf = (day: string, timeZone: string): string => momentIn(`${day}T00:00`, timeZone);

/** A page of logins. The page before stays until it is there. */
export const usersQuery = (variables: PortalUsersQueryVariables) =>
  queryOptions({
    queryKey: ['users', 'list', variables],
    queryFn: async ({ signal }) => (await query(PortalUsersDocument, variables, signal)).portalUsers,
    placeholderData: keepPreviousData,
  });

/** A login with its sessions and what happened to it last; null if there is none. */
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', 'one', id],
    queryFn: async ({ signal }) => (await query(PortalUserDocument, { id }, signal)).portalUser,
  });

/** How many active logins, without those of admins, nobody has signed in to since a moment. */
export const dormantCount = (lastLoginBefore: string) =>
  queryOptions({
    queryKey: ['users', 'dormant', lastLoginBefore],
    queryFn: async ({ signal }) => {
      const filter = { active: true, lastLoginBefore };
      const admins = { ...filter, role: 'ADMIN' as const };
      const { all, ofAdmins } = await query(PortalDormantUsersDocument, { filter, admins }, signal);
      return all.totalCount - ofAdmins.totalCount;
    },
  });

/**
 * What a login sees; without the stock while the ERP is down. Each look is recorded, so it is never asked for again by
 * itself.
 */
export const accessQuery = (id: string) =>
  queryOptions({
    queryKey: ['access', id],
    queryFn: async ({ signal }) => {
      try {
        const { accessPreview } = await query(PortalAccessDocument, { id }, signal);
        return { rules: accessPreview, stock: accessPreview, stockError: null };
      } catch (error) {
        if (!hasCode(error, 'ERP_UNAVAILABLE')) throw error;
        const { accessPreview } = await query(PortalAccessRulesDocument, { id }, signal);
        return { rules: accessPreview, stock: null, stockError: error };
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
