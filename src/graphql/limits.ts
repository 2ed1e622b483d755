import type { ApolloServerPlugin } from '@apollo/server';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PorticoError } from '../shared/errors.js';

/** The longest document that is parsed, in tokens. */
export const MAX_TOKENS = 2_000;
/** How many objects an answer may come to, nested lists multiplied. */
const MAX_OBJECTS = 25_000;
/** How many fields may stand at the root, aliases included. */
const MAX_ROOT_FIELDS = 30;
/** How many selections there may be, each fragment counted as often as it is used. */
const MAX_SELECTIONS = 10_000;
/** What a list without a size of its own is taken for. */
const LIST_GUESS = 10;

/**
 * Refuses an operation whose answer could be too large before any of it is resolved. Lists within lists multiply, and a
 * customer leads to their inventory, which leads to customers: a short text can ask for millions of objects.
 */
export const limitAnswers: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        const fragments = new Map<string, FragmentDefinitionNode>();
        for (const definition of document.definitions) {
          if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
        }
        const { variableDefinitions = [] } = operation ?? {};
        const { coerced } = getVariableValues(schema, variableDefinitions, request.variables ?? {});
        // Variables that don't fit are refused by name when the operation runs.
        new AnswerSize(schema, fragments, coerced ?? {}).check(operation);
      },
    };
  },
};

class AnswerSize {
  #visited = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
  ) {}

  /** @throws QUERY_TOO_COMPLEX saying which limit, what was found and what is allowed */
  check(operation: OperationDefinitionNode | undefined): void {
    const root = operation && this.schema.getRootType(operation.operation);
    if (!operation || !root) return;
    const roots = [...this.#fields(operation.selectionSet, root)].length;
    if (roots > MAX_ROOT_FIELDS) throw tooComplex('root fields', MAX_ROOT_FIELDS, roots);
    const objects = this.#objects(operation.selectionSet, root);
    if (objects > MAX_OBJECTS) throw tooComplex('objects, nested lists multiplied,', MAX_OBJECTS);
  }

  /** How many objects a selection may come to below one object. */
  #objects(selectionSet: SelectionSetNode, parent: GraphQLObjectType): number {
    let sum = 0;
    for (const { node, field } of this.#fields(selectionSet, parent)) {
      const type = getNamedType(field.type);
      if (!node.selectionSet || !(isObjectType(type) || isInterfaceType(type))) continue;
      const below = this.#objects(node.selectionSet, type as GraphQLObjectType);
      sum += this.#count(node, field) * (1 + below);
      if (sum > MAX_OBJECTS) return sum;
    }
    return sum;
  }

  /** How many objects a field gives: its page size where it has one, else a guess for a list. */
  #count(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const sizes = field.args.some((argument) => argument.name === 'first') ? this.#sizes(node, field) : [];
    if (sizes.length > 0) return Math.max(...sizes);
    // The rows of a connection were counted where its size stands.
    const ofConnection = field.name === 'nodes' || field.name === 'edges';
    return isList(field.type) && !ofConnection ? LIST_GUESS : 1;
  }

  #sizes(node: FieldNode, field: GraphQLField<unknown, unknown>): number[] {
    try {
      const { first, last } = getArgumentValues(field, node, this.variables);
      return [typeof last === 'number' ? last : first].filter((size) => typeof size === 'number');
    } catch {
      return [];
    }
  }

  *#fields(
    selectionSet: SelectionSetNode,
    parent: GraphQLObjectType,
  ): Generator<{ node: FieldNode; field: GraphQLField<unknown, unknown> }> {
    for (const selection of selectionSet.selections) {
      this.#visited += 1;
      if (this.#visited > MAX_SELECTIONS)
        throw tooComplex('selections, fragments written out,', MAX_SELECTIONS);
      if (selection.kind === Kind.FIELD) {
        const field = parent.getFields()[selection.name.value];
        if (field) yield { node: selection, field };
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        yield* this.#fields(selection.selectionSet, parent);
      } else {
        const fragment = this.fragments.get(selection.name.value);
        if (fragment) yield* this.#fields(fragment.selectionSet, parent);
      }
    }
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** @param found left out where counting stopped at the limit */
function tooComplex(limit: string, allowed: number, found?: number): PorticoError {
  const message = `The query asks for ${found ?? `more than ${allowed}`} ${limit} and ${allowed} are allowed.`;
  return new PorticoError('QUERY_TOO_COMPLEX', message, { limit, allowed });
}
