import { Field, Int, ObjectType } from 'type-graphql';

/** How many items of a list have a status. */
@ObjectType({
  simpleResolvers: true,
  description: 'How many items have a status. Statuses without any are left out.',
})
export class StatusCount {
  @Field(() => String)
  status!: string;

  @Field(() => Int)
  count!: number;
}

/** The counts of a grouped query, in the order of these statuses. */
export function toStatusCounts(
  statuses: readonly string[],
  counted: ReadonlyMap<string, number>,
): StatusCount[] {
  return statuses.flatMap((status) => {
    const count = counted.get(status) ?? 0;
    return count === 0 ? [] : [{ status, count }];
  });
}
