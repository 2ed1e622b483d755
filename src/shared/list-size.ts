import { Extensions } from 'type-graphql';

/** The key in a field's extensions for the size of its list. */
export const LIST_SIZE = 'listSize';
/** The maximum number of items of a list for the viewer of a request, known before the list is resolved. */
export type ListSize<Context> = (context: Context) => number;

/** The key in a field's extensions for the name of an argument whose list has as many items as the field's. */
export const LIST_SIZE_ARGUMENT = 'listSizeArgument';

/** The query cost of a field with a list uses this size instead of the default estimate of ten items. */
export function SizedBy<Context>(sizeFor: ListSize<Context>): PropertyDecorator & MethodDecorator {
  return Extensions({ [LIST_SIZE]: sizeFor }) as PropertyDecorator & MethodDecorator;
}
