import { Max, Min } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import { In } from 'typeorm';
import type { Context } from './context.js';
import { StockItem } from './stock.js';

enum OrderField {
  PART_NUMBER = 'partNumber',
  EXPIRES_ON = 'expiresOn',
}
enum Direction {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderField, { name: 'InventoryOrderField' });
registerEnumType(Direction, { name: 'SortDirection' });

@InputType('InventoryOrder')
class Order {
  @Field(() => OrderField)
  field!: OrderField;

  @Field(() => Direction, { defaultValue: Direction.ASC })
  direction!: Direction;
}

@InputType('InventoryFilter')
class Filter {
  @Field(() => [String], { nullable: true })
  erpCustomerNames?: string[];
}

@ArgsType()
class PageArgs {
  @Field(() => Int, { defaultValue: 50 })
  @Min(1)
  @Max(500)
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string;

  @Field(() => [Order], { nullable: true })
  orderBy?: Order[];
}

@ObjectType()
class PageInfo {
  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
class InventoryConnection {
  @Field(() => [StockItem])
  nodes!: StockItem[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

/** A cursor is the number of rows before it. */
const toCursor = (rows: number) => Buffer.from(`offset:${rows}`).toString('base64');
const fromCursor = (cursor?: string) =>
  cursor ? Number(Buffer.from(cursor, 'base64').toString().slice('offset:'.length)) : 0;

@Resolver(() => StockItem)
export class InventoryResolver {
  @Authorized('ADMIN', 'CUSTOMER', 'OPERATIONS', 'WAREHOUSE')
  @Query(() => InventoryConnection)
  async inventory(
    @Args(() => PageArgs) { first, after, orderBy = [] }: PageArgs,
    @Ctx() { erp }: Context,
    @Arg('filter', () => Filter, { nullable: true }) filter?: Filter,
  ): Promise<InventoryConnection> {
    const skip = fromCursor(after);
    const rows = await erp.getRepository(StockItem).find({
      where: filter?.erpCustomerNames ? { customerName: In(filter.erpCustomerNames) } : {},
      order: { ...Object.fromEntries(orderBy.map(({ field, direction }) => [field, direction])), id: 'ASC' },
      skip,
      take: first + 1,
    });
    const nodes = rows.slice(0, first);
    const endCursor = nodes.length > 0 ? toCursor(skip + nodes.length) : null;
    return { nodes, pageInfo: { endCursor, hasNextPage: rows.length > first } };
  }
}
