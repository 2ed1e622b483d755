/** Rows of one page. */
export const PAGE = 100;

/** What is known of a question's pages. A page can be asked for by the cursor that it begins after, and in no other way. */
export interface KnownCursors {
  /** Of which question. */
  key: string;
  /** The cursor after which each page begins, of all that were met. */
  after: readonly (string | null)[];
  /** How many rows there are; null until the last page was met. */
  count: number | null;
}

/** What is known before anything was asked. */
export const noCursors = (key: string): KnownCursors => ({ key, after: [null], count: null });

interface PageInfo {
  endCursor: string | null;
  hasNextPage: boolean;
}

/**
 * What is known after a page's answer. If rows came or went in that page, it ends elsewhere than before, and the pages after
 * it begin elsewhere, too.
 *
 * @returns the same object if the answer says nothing new
 */
export function learnPage(
  known: KnownCursors,
  page: number,
  rows: number,
  { endCursor, hasNextPage }: PageInfo,
): KnownCursors {
  const next = hasNextPage ? endCursor : null;
  if (next !== null) {
    if (known.after[page + 1] === next) return known;
    return { ...known, after: [...known.after.slice(0, page + 1), next], count: null };
  }
  const count = page * PAGE + rows;
  if (known.count === count && known.after.length === page + 1) return known;
  return { ...known, after: known.after.slice(0, page + 1), count };
}

/** What is known after the cursors of the rows that follow the last known page's begin. */
export function learnCursors(
  known: KnownCursors,
  cursors: readonly string[],
  hasNextPage: boolean,
): KnownCursors {
  const last = known.after.length - 1;
  const ends = cursors.filter((_, index) => index % PAGE === PAGE - 1);
  // Nothing begins after the last row.
  const begins = hasNextPage || cursors.length % PAGE > 0 ? ends : ends.slice(0, -1);
  const count = hasNextPage ? null : last * PAGE + cursors.length;
  return { ...known, after: [...known.after, ...begins], count };
}
