import { type DocumentNode, Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';
import { validationError } from '../request-error.js';
import { fragmentsOf, isCondition } from './check-document.js';

/**
 * Refuses subscriptions whose field is to be left out under a condition, as GraphQL does. The library's validation looks at the
 * condition without the values of variables, and throws where it has none.
 *
 * @throws GraphQLError
 */
export function checkSubscriptions(document: DocumentNode): void {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) continue;
    if (hasCondition(definition.selectionSet, fragmentsOf(document)))
      throw validationError(
        'The field of a subscription can not have @skip or @include; the fields below it can.',
      );
  }
}

/** Whether a field of this object, and not of one below it, has a condition. Each fragment is looked into once. */
function hasCondition({ selections }: SelectionSetNode, unseen: ReturnType<typeof fragmentsOf>): boolean {
  return selections.some((selection) => {
    if (selection.directives?.some(isCondition)) return true;
    if (selection.kind === Kind.INLINE_FRAGMENT) return hasCondition(selection.selectionSet, unseen);
    if (selection.kind !== Kind.FRAGMENT_SPREAD) return false;
    const fragment = unseen.get(selection.name.value);
    unseen.delete(selection.name.value);
    return fragment !== undefined && hasCondition(fragment.selectionSet, unseen);
  });
}
