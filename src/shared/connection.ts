import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int, InterfaceType, ObjectType } from 'type-graphql';

const MAX_PAGE = 500;
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

/** A page to read, settled: how many, from which end, between which cursors. */
export interface PageRequest {
  limit: number;
  backwards: boolean;
  after: string | null;
  before: string | null;
}

/** `last` wins over `first`, which always has its default. */
export function toPageRequest(args: PageArgs): PageRequest {
  const backwards = args.last !== undefined && args.last !== null;
  const limit = backwards ? (args.last ?? 0) : (args.first ?? DEFAULT_PAGE);
  return { limit, backwards, after: args.after ?? null, before: args.before ?? null };
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/**
 * Cuts a page out of rows that were read in the page's own direction, one more than asked for, so that the extra
 * row tells whether there is another page.
 */
export function cutPage<Node>(
  rows: readonly Edge<Node>[],
  page: PageRequest,
): { edges: Edge<Node>[]; pageInfo: PageInfo } {
  const edges = rows.slice(0, page.limit);
  const more = rows.length > page.limit;
  if (page.backwards) edges.reverse();
  return {
    edges,
    pageInfo: {
      // The row of the cursor itself lies on the side that we came from.
      hasNextPage: page.backwards ? page.before !== null : more,
      hasPreviousPage: page.backwards ? more : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
