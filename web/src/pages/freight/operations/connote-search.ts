import { CONNOTE_STATUSES } from '../../../app/freight/status-names';
import { type ListSearch, readListSearch } from '../../../app/list/list-search';
import type { ConnoteStatus } from '../../../app/operations.generated';
import { readOneOf, readText } from '../../../app/search';

/** What the address of the list of connotes says. */
export interface ConnoteSearch extends ListSearch<ConnoteStatus> {
  /** The id of a driver. */
  driver?: string | undefined;
  view?: 'board' | undefined;
}

const readList = readListSearch(CONNOTE_STATUSES);

/** Reads it. What isn't there is left out. */
export const readConnoteSearch = (search: Record<string, unknown>): ConnoteSearch => ({
  ...readList(search),
  driver: readText(search['driver']),
  view: readOneOf(['board'], search['view']),
});
