import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { CursorCodec, Position } from './cursor.js';

/** The maximum number of rows on a page. */
export const MAX_PAGE = 500;
const DEFAULT_PAGE = 50;

/** Whether a list continues beyond a page, and the cursors of the page's ends. Relay specifies the fields. */
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

@InterfaceType({ description: 'A page of a list, following the Relay connection specification.' })
export abstract class Connection {
  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'The number of items on all pages together; counted only if asked for.' })
  totalCount!: () => Promise<number>;
}

/** Selects a page of a list: the first items after a cursor, or the last ones before it. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE,
    description: `How many items from the start, at most ${MAX_PAGE}. Ignored if \`last\` is given.`,
  })
  @Min(0)
  @Max(MAX_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many items from the end, at most ${MAX_PAGE}.` })
  @Min(0)
  @Max(MAX_PAGE)
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items before this cursor.' })
  before?: string | null;
}

/** The page arguments of a list. `last` and `before` are missing if the list can't be read from its end. */
type PageQuery = Pick<PageArgs, 'first' | 'after'> & Partial<Pick<PageArgs, 'last' | 'before'>>;

/** `last` takes precedence over `first`, because `first` always has a value, its default. */
function toPageRequest(args: PageQuery) {
  const backwards = typeof args.last === 'number';
  const limit = backwards ? args.last : args.first;
  return { limit: limit ?? DEFAULT_PAGE, backwards, after: args.after ?? null, before: args.before ?? null };
}

/** A page request for a store: positions instead of cursors. */
export interface PagePositions {
  /** How many rows the page has. A store reads one more, to find out whether the list continues. */
  limit: number;
  backwards: boolean;
  after: Position | null;
  before: Position | null;
}

/** How one list reads its rows and turns them into nodes. */
export interface PagedList<Row, Node> {
  cursors: CursorCodec;
  /** What its cursors are bound to: the list, its order and its scope. */
  binding: string;
  /** Reads rows in reading direction: up to the limit, plus one if there are more. */
  read: (page: PagePositions) => Promise<readonly Row[]>;
  positionOf: (row: Row) => Position;
  toNode: (row: Row) => Node;
}

/** Reads one page of a list as a connection. @throws BAD_USER_INPUT for a cursor that does not belong to this list */
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
  // Signing a cursor takes longer than all else of a row, so it is made only if it is selected.
  const cursorOf = (row: Row) => cursors.encode(list.positionOf(row), binding);
  const edges = shown.map((row) => ({
    get cursor() {
      return cursorOf(row);
    },
    node: list.toNode(row),
  }));
  const more = rows.length > limit;
  const pageInfo: PageInfo = {
    // On the side where reading started there is at least the row of the given cursor.
    hasNextPage: backwards ? before !== null : more,
    hasPreviousPage: backwards ? more : after !== null,
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo };
}
