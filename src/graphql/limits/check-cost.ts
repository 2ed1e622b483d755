import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  typeFromAST,
  type ValueNode,
} from 'graphql';
import type { Limits } from '../../shared/limits.js';
import { LIST_SIZE, type ListSize } from '../../shared/list-size.js';
import { assertWithin, capToSafeInteger } from './assert-within.js';
import { fragmentsOf } from './check-document.js';

/** What a list without a size of its own is taken for. */
const DEFAULT_LIST_SIZE = 10;
/** Where a page keeps its rows: its size stands a level above. */
const ROWS_OF_PAGE = new Set(['nodes', 'edges']);

/** An operation that is valid, with the variables that came along. */
export interface CostedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  /** Who asks: some lists are as long as that says. */
  context: unknown;
}

/**
 * Checks how much an operation asks for: one for each field of each row. Lists within lists multiply, and a customer
 * leads to their inventory, which leads to customers: a short text can ask for millions of rows.
 *
 * @throws QUERY_TOO_COMPLEX for too high a cost
 */
export function checkCost(costed: CostedOperation, limits: Limits): void {
  const root = costed.schema.getRootType(costed.operation.operation);
  if (root) assertWithin(limits, 'cost', new Cost(costed).of(costed.operation.selectionSet, root, null));
}

class Cost {
  readonly #fragments;
  readonly #ofFragments = new Map<string, number>();
  readonly #defaults = new Map<string, ValueNode>();

  constructor(private readonly costed: CostedOperation) {
    this.#fragments = fragmentsOf(costed.document);
    for (const { variable, defaultValue } of costed.operation.variableDefinitions ?? []) {
      if (defaultValue) this.#defaults.set(variable.name.value, defaultValue);
    }
  }

  /** @param pageSize how many rows `nodes` and `edges` have, where the selection is that of a page */
  of(selectionSet: SelectionSetNode, parent: GraphQLCompositeType, pageSize: number | null): number {
    return selectionSet.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD)
        return capToSafeInteger(sum + this.#ofField(selection, parent, pageSize));
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        return capToSafeInteger(sum + this.#ofFragment(selection.name.value, pageSize));
      }
      const type = selection.typeCondition && typeFromAST(this.costed.schema, selection.typeCondition);
      return capToSafeInteger(
        sum + this.of(selection.selectionSet, isCompositeType(type) ? type : parent, pageSize),
      );
    }, 0);
  }

  /** Each fragment is looked at once for each size of page, however often it is used. */
  #ofFragment(name: string, pageSize: number | null): number {
    const key = `${name} ${pageSize}`;
    const known = this.#ofFragments.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = fragment && typeFromAST(this.costed.schema, fragment.typeCondition);
    const cost = fragment && isCompositeType(type) ? this.of(fragment.selectionSet, type, pageSize) : 0;
    this.#ofFragments.set(key, cost);
    return cost;
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType, pageSize: number | null): number {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return 1;
    const size = this.#requestedSize(node, field);
    const ofPage = ROWS_OF_PAGE.has(field.name) ? pageSize : null;
    const rows = isList(field.type) ? (size ?? ofPage ?? this.#sizeWithoutArgument(field)) : 1;
    return capToSafeInteger(1 + rows * this.of(node.selectionSet, type, size));
  }

  #sizeWithoutArgument({ extensions }: GraphQLField<unknown, unknown>): number {
    const sizeFor = extensions[LIST_SIZE] as ListSize<unknown> | undefined;
    return sizeFor ? sizeFor(this.costed.context) : DEFAULT_LIST_SIZE;
  }

  /** The page size that a field is asked for; null where it takes none. `last` wins over `first`. */
  #requestedSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const first = field.args.find((argument) => argument.name === 'first');
    if (!first) return null;
    const given = (name: string) => {
      const argument = node.arguments?.find((one) => one.name.value === name);
      return argument ? this.#number(argument.value) : null;
    };
    const byDefault = typeof first.defaultValue === 'number' ? first.defaultValue : DEFAULT_LIST_SIZE;
    return Math.max(0, given('last') ?? given('first') ?? byDefault);
  }

  #number(value: ValueNode | undefined): number | null {
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return null;
    const name = value.name.value;
    const given = Object.hasOwn(this.costed.variables, name) ? this.costed.variables[name] : undefined;
    // One of another type is refused by name when the operation runs.
    if (given !== undefined) return typeof given === 'number' ? given : null;
    const byDefault = this.#defaults.get(name);
    return byDefault?.kind === Kind.INT ? Number(byDefault.value) : null;
  }
}

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
