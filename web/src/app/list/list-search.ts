import { readOneOf, readText } from '../search';

/** What of a list its address says, whatever else a list adds to it. */
export interface ListSearch<Status extends string = string> {
  status?: Status | undefined;
  search?: string | undefined;
  /** The page after this cursor. */
  after?: string | undefined;
  /** The page before this cursor. */
  before?: string | undefined;
}

/** How many rows a page of a list has. */
const PAGE = 25;

/** Reads the view of a list from its address. What it can't mean is undefined, because the router would keep what isn't named. */
export const readListSearch =
  <Status extends string>(statuses: readonly Status[]) =>
  (search: Record<string, unknown>): ListSearch<Status> => ({
    status: readOneOf(statuses, search['status']),
    search: readText(search['search']),
    after: readText(search['after']),
    before: readText(search['before']),
  });

/** The variables of a list's query for a view. */
export function listVariables<Status extends string>(view: ListSearch<Status>) {
  const { status, search } = view;
  return {
    filter: { ...(status ? { status: [status] } : {}), ...(search ? { search } : {}) },
    ...pageVariables(view),
  };
}

/** Which page of a list a view is. */
export const pageVariables = ({ after, before }: ListSearch) =>
  before ? { last: PAGE, before } : { first: PAGE, ...(after ? { after } : {}) };

/** The address of another view of the same list, from its first page on. Everything else in the address stays. */
export const changedView =
  (changes: Record<string, unknown>) =>
  (old: Record<string, unknown>): Record<string, unknown> => ({
    ...old,
    ...{ after: undefined, before: undefined },
    ...changes,
  });
