import { Extensions } from 'type-graphql';

/** The mark, in a field's extensions, of how many its list has. */
export const LIST_SIZE = 'listSize';
/** How many a list has at most for who asks, which is known before it is resolved. */
export type ListSize<Context> = (context: Context) => number;

/** Has the cost of what is asked below a list counted by its true size; else it is taken for ten. */
export function SizedBy<Context>(sizeFor: ListSize<Context>): PropertyDecorator & MethodDecorator {
  return Extensions({ [LIST_SIZE]: sizeFor }) as PropertyDecorator & MethodDecorator;
}
