import { expect } from 'vitest';

/** A page of any list, following the Relay connection specification. */
export interface Page<Node> {
  nodes: Node[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor?: string | null;
    endCursor?: string | null;
  };
}

/** The arguments of a list that select a page. */
export interface PagePosition {
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
}

/** The ends that a list can be read from. */
export const WAYS = ['forwards', 'backwards'] as const;
type Way = (typeof WAYS)[number];

/** All rows of a list in its order, page by page from one of its ends. */
export async function walkPages<Node>(
  read: (position: PagePosition) => Promise<Page<Node>>,
  size: number,
  way: Way,
): Promise<Node[]> {
  const pages: Node[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await read(positionOf(way, size, cursor));
    const { more, isInside, last } = endOf(way, page);
    expect(isInside).toBe(cursor !== null);
    // A list that says that it continues does so.
    if (cursor !== null) expect(page.nodes).not.toEqual([]);
    pages.push(page.nodes);
    if (!more) return (way === 'forwards' ? pages : pages.reverse()).flat();
    expect(page.nodes).toHaveLength(size);
    expect(last).not.toBe(cursor);
    cursor = last;
  }
}

function positionOf(way: Way, size: number, cursor: string | null): PagePosition {
  return way === 'forwards'
    ? { first: size, after: cursor, last: null, before: null }
    : { first: null, after: null, last: size, before: cursor };
}

/** Whether a page goes on, whether it has others behind it, and the cursor of the row that was reached. */
function endOf(way: Way, { pageInfo }: Page<unknown>) {
  const { hasNextPage, hasPreviousPage, startCursor = null, endCursor = null } = pageInfo;
  return way === 'forwards'
    ? { more: hasNextPage, isInside: hasPreviousPage, last: endCursor }
    : { more: hasPreviousPage, isInside: hasNextPage, last: startCursor };
}
