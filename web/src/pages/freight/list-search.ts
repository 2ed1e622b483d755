import type { ConnoteStatus, QuoteStatus } from '../../app/operations.generated';
import { readOneOf, readText } from '../../app/search';

/** What of a list its address says. */
export interface ListSearch<Status extends string> {
  status?: Status;
  search?: string;
  /** The page after this cursor. */
  after?: string;
  /** The page before this cursor. */
  before?: string;
}

/** The view of any list of this area. */
export type View = ListSearch<QuoteStatus | ConnoteStatus>;

/** How many rows a page of a list has. */
const PAGE = 25;

/** Reads the view of a list from its address. What isn't there is left out, so that the address stays short. */
export const readListSearch =
  <Status extends string>(statuses: readonly Status[]) =>
  (search: Record<string, unknown>): ListSearch<Status> => {
    const read = {
      status: readOneOf(statuses, search['status']),
      search: readText(search['search']),
      after: readText(search['after']),
      before: readText(search['before']),
    };
    return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  };

/** The variables of the list's query for a view. */
export function listVariables<Status extends string>(view: ListSearch<Status>) {
  const { status, search, after, before } = view;
  return {
    filter: { ...(status ? { status: [status] } : {}), ...(search ? { search } : {}) },
    ...(before ? { last: PAGE, before } : { first: PAGE, ...(after ? { after } : {}) }),
  };
}
