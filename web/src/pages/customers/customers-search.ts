import { type ListSearch, pageVariables, readListSearch } from '../../app/list/list-search';
import type {
  CustomerOrder,
  PortalAccountStatus,
  PortalCustomersQueryVariables,
} from '../../app/operations.generated';
import { readOneOf } from '../../app/search';

/** The statuses of a portal account, those first that staff look for. */
export const ACCOUNT_STATUSES = [
  'ACTIVE',
  'PASSWORD_CHANGE_REQUIRED',
  'NONE',
  'PENDING',
  'FAILED',
  'LOCKED',
  'REVOKED',
] as const satisfies readonly PortalAccountStatus[];

/** The orders of the list by their words in the address; the newest first without one. */
const ORDERS = {
  newest: { field: 'CREATED_AT', direction: 'DESC' },
  oldest: { field: 'CREATED_AT', direction: 'ASC' },
  name: { field: 'NAME', direction: 'ASC' },
  company: { field: 'COMPANY', direction: 'ASC' },
  signIn: { field: 'LAST_LOGIN_AT', direction: 'DESC' },
} as const satisfies Record<string, CustomerOrder>;
/** An order of the list. */
export type Sort = keyof typeof ORDERS;
/** All orders of the list. */
export const SORTS = Object.keys(ORDERS) as Sort[];

/** What of the list its address says. */
export interface CustomersSearch extends ListSearch<PortalAccountStatus> {
  sort?: Sort | undefined;
  /** Only those with an account, or only those without. */
  account?: 'yes' | 'no' | undefined;
  deleted?: 'yes' | undefined;
}

/** Reads the view of the list from its address. What it can't mean is undefined, because the router would keep what isn't named. */
export function readCustomersSearch(search: Record<string, unknown>): CustomersSearch {
  return {
    ...readListSearch(ACCOUNT_STATUSES)(search),
    sort: readOneOf(SORTS, search['sort']),
    account: readOneOf(['yes', 'no'], search['account']),
    deleted: readOneOf(['yes'], search['deleted']),
  };
}

/** The variables of the list's query for a view. */
export function customersVariables(view: CustomersSearch): PortalCustomersQueryVariables {
  const { status, search, account, deleted, sort = 'newest' } = view;
  return {
    filter: {
      ...(status ? { accountStatus: status } : {}),
      ...(search ? { search } : {}),
      ...(account ? { hasPortalAccount: account === 'yes' } : {}),
      ...(deleted ? { includeDeleted: true } : {}),
    },
    orderBy: ORDERS[sort],
    ...pageVariables(view),
  };
}
