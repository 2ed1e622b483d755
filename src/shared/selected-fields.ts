import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What tells which fields are asked for. */
export type Selecting = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Finds something out about what is asked for once, and not for each object of a list. */
export function oncePerSelection<T>(find: (info: Selecting) => T): (info: Selecting) => T {
  const found = new WeakMap<readonly FieldNode[], { value: T }>();
  return (info) => {
    const known = found.get(info.fieldNodes) ?? { value: find(info) };
    found.set(info.fieldNodes, known);
    return known.value;
  };
}

/**
 * The names of the fields that are asked for in what a field returns, so that only what they need is read. A field under
 * @skip or @include counts as asked for.
 *
 * @param path the fields that lead from there to the object in question; empty for what the field itself returns
 */
export function selectedFields(
  { fieldNodes, fragments }: Selecting,
  path: readonly string[] = [],
): Set<string> {
  const found = new Set<string>();
  const collect = (set: SelectionSetNode | undefined, depth: number): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, depth);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        collect(fragments[selection.name.value]?.selectionSet, depth);
      } else if (depth === path.length) found.add(selection.name.value);
      else if (selection.name.value === path[depth]) collect(selection.selectionSet, depth + 1);
    }
  };
  for (const { selectionSet } of fieldNodes) collect(selectionSet, 0);
  return found;
}

/** The names of the fields that are asked for in the nodes of a connection. */
export const selectedInNodes = (info: Selecting): Set<string> =>
  new Set([...selectedFields(info, ['nodes']), ...selectedFields(info, ['edges', 'node'])]);
