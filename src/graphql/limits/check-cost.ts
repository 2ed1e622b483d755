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
import { LIST_SIZE, LIST_SIZE_ARGUMENT, type ListSize } from '../../shared/list-size.js';
import { assertWithin, capToSafeInteger } from './assert-within.js';
import { fragmentsOf } from './check-document.js';

/** The assumed size of a list whose size is not known. */
const DEFAULT_LIST_SIZE = 10;
/** The fields that hold a page's rows. The page size is an argument one level above them. */
const ROWS_OF_PAGE = new Set(['nodes', 'edges']);

/** A valid operation with its variables. */
export interface CostedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  /** The request context: the size of some lists depends on the caller. */
  context: unknown;
}

/**
 * Checks the cost of an operation, which is one for each field of each row. Nested lists multiply, and a customer leads
 * to inventory, which leads to customers again: a short document can ask for millions of rows.
 *
 * @throws QUERY_TOO_COMPLEX if the cost is too high
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

  /** @param pageSize the number of rows in `nodes` and `edges` if this is the selection of a page, otherwise null */
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

  /** Computes each fragment once for each page size, however often it is used. */
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
    const rows = isList(field.type) ? (size ?? ofPage ?? this.#sizeOfList(node, field)) : 1;
    return capToSafeInteger(1 + rows * this.of(node.selectionSet, type, size));
  }

  /** The size of a list that takes no page size. */
  #sizeOfList(node: FieldNode, { extensions }: GraphQLField<unknown, unknown>): number {
    const name = extensions[LIST_SIZE_ARGUMENT];
    if (name) return this.#lengthOf(node.arguments?.find((argument) => argument.name.value === name)?.value);
    const sizeFor = extensions[LIST_SIZE] as ListSize<unknown> | undefined;
    return sizeFor ? sizeFor(this.costed.context) : DEFAULT_LIST_SIZE;
  }

  /** The requested page size; null if the field takes none. `last` takes precedence over `first`. */
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
    const given = this.#variable(name);
    // A value of a wrong type is refused when the operation runs, with an error that names it.
    if (given !== undefined) return typeof given === 'number' ? given : null;
    const byDefault = this.#defaults.get(name);
    return byDefault?.kind === Kind.INT ? Number(byDefault.value) : null;
  }

  /** The number of items in a value for a list. One that is no list becomes the only item of one. */
  #lengthOf(value: ValueNode | undefined): number {
    if (value?.kind === Kind.LIST) return value.values.length;
    if (value?.kind !== Kind.VARIABLE) return 1;
    const given = this.#variable(value.name.value);
    if (given === undefined) return this.#lengthOf(this.#defaults.get(value.name.value));
    return Array.isArray(given) ? given.length : 1;
  }

  #variable(name: string): unknown {
    return Object.hasOwn(this.costed.variables, name) ? this.costed.variables[name] : undefined;
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
