import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { CursorCodec, Position } from './cursor.js';

/** The most that a page may have. */
export const MAX_PAGE = 500;
const DEFAULT_PAGE = 50;

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@InterfaceType({ description: 'A page of a list, after the Relay connection specification.' })
export abstract class Connection {
  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages; counted only when asked for.' })
  totalCount!: () => Promise<number>;
}

/** Which page of a list: the first after a cursor, or the last before one. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE,
    description: `How many from the front, ${MAX_PAGE} at most. Ignored where \`last\` is given.`,
  })
  @Min(0)
  @Max(MAX_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many from the back, ${MAX_PAGE} at most.` })
  @Min(0)
  @Max(MAX_PAGE)
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

/** What is asked of a list, which need not be one that can be read from its end. */
type PageQuery = Pick<PageArgs, 'first' | 'after'> & Partial<Pick<PageArgs, 'last' | 'before'>>;

/** `last` wins over `first`, which always has its default. */
function toPageRequest(args: PageQuery) {
  const backwards = typeof args.last === 'number';
  const limit = backwards ? args.last : args.first;
  return { limit: limit ?? DEFAULT_PAGE, backwards, after: args.after ?? null, before: args.before ?? null };
}

/** A page in a store's terms: positions instead of cursors. */
export interface PagePositions {
  /** How many rows; a store reads one more, to know whether the list goes on. */
  limit: number;
  backwards: boolean;
  after: Position | null;
  before: Position | null;
}

/** How one list reads its rows and turns them into nodes. */
export interface PagedList<Row, Node> {
  cursors: CursorCodec;
  /** What its cursors must not outlive: the list, its order, its scope. */
  binding: string;
  /** Rows in the direction of reading, one more than the limit where there are more. */
  read: (page: PagePositions) => Promise<readonly Row[]>;
  positionOf: (row: Row) => Position;
  toNode: (row: Row) => Node;
}

/** One page of a list as a connection shows it. @throws BAD_USER_INPUT for a cursor that isn't this list's */
export async function readPage<Row, Node>(args: PageQuery, list: PagedList<Row, Node>) {
  const { limit, backwards, after, before } = toPageRequest(args);
  const { cursors, binding } = list;
  const rows = await list.read({
    limit,
    backwards,
    after: after === null ? null : cursors.decode(after, binding, 'after'),
    before: before === null ? null : cursors.decode(before, binding, 'before'),
  });
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const edges = shown.map((row) => ({
    cursor: cursors.encode(list.positionOf(row), binding),
    node: list.toNode(row),
  }));
  const more = rows.length > limit;
  const pageInfo: PageInfo = {
    // The row of the cursor itself lies on the side that we came from.
    hasNextPage: backwards ? before !== null : more,
    hasPreviousPage: backwards ? more : after !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo };
}
