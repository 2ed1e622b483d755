import { type ASTNode, type FieldNode, Kind, type OperationDefinitionNode } from 'graphql';

/** Counts the items of all lists in an object, such as the variables of a request, at any depth. */
export function itemsIn(value: unknown): number {
  let items = 0;
  for (const object of objectsIn(value)) if (Array.isArray(object)) items += object.length;
  return items;
}

/** Counts the items of the lists in a part of a document. */
export function itemsInNode(node: ASTNode): number {
  let items = 0;
  for (const inner of objectsIn(node) as Generator<ASTNode>) {
    if (inner.kind === Kind.LIST) items += inner.values.length;
  }
  return items;
}

/**
 * Counts the items that the arguments of a field contain, each variable with the items of its value. A list in a variable
 * is sent once, but is read again by each field that uses it.
 */
export class ArgumentItems {
  readonly #ofVariables = new Map<string, number>();

  constructor(operations: readonly OperationDefinitionNode[], variables: unknown) {
    const values = typeof variables === 'object' && variables !== null ? variables : {};
    for (const { variable, defaultValue } of operations.flatMap((one) => one.variableDefinitions ?? [])) {
      const name = variable.name.value;
      const given = Object.hasOwn(values, name) ? itemsIn(values[name as keyof typeof values]) : null;
      const items = given ?? (defaultValue ? itemsInNode(defaultValue) : 0);
      // Fragments are shared by operations, whose defaults may differ.
      this.#ofVariables.set(name, Math.max(items, this.#ofVariables.get(name) ?? 0));
    }
  }

  of({ arguments: args = [] }: FieldNode): number {
    let items = 0;
    for (const node of objectsIn(args) as Generator<ASTNode>) {
      if (node.kind === Kind.LIST) items += node.values.length;
      else if (node.kind === Kind.VARIABLE) items += this.#ofVariables.get(node.name.value) ?? 0;
    }
    return items;
  }
}

/**
 * Yields every object and list within a value. Not recursive, because a deeply nested value could overflow the stack.
 */
export function* objectsIn(value: unknown): Generator<object> {
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== 'object' || next === null) continue;
    yield next;
    for (const inner of Object.values(next)) rest.push(inner);
  }
}
