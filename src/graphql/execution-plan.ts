import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';
import { fragmentsOf, isCondition } from './limits/check-document.js';

/** Larger operations would take more memory than the time that their plans save is worth. */
const MAX_FIELDS = 2_000;

/** What is known about a field of an operation before it runs. */
export interface FieldPlan {
  responseName: string;
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  value: ValuePlan;
  /** The leaf that is read from a property of the parent; null if there is more to do than that. */
  property: GraphQLLeafType | null;
  /** The fields of the object, or of each object in the list. */
  below: readonly FieldPlan[];
}

/** The type of a value, unwrapped once for all its occurrences. */
export interface ValuePlan {
  nonNull: boolean;
  /** Of a list. */
  item: ValuePlan | null;
  leaf: GraphQLLeafType | null;
}

/** The fields of an operation, and how many there are on all levels. */
export interface OperationPlan {
  fields: readonly FieldPlan[];
  size: number;
}

class NotPlannable extends Error {}

/**
 * Plans a query.
 *
 * @returns null for what is left to graphql-js: other operations, and those of which the fields depend on variables or on
 *   the values found
 */
export function planQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationPlan | null {
  const type = schema.getQueryType();
  if (operation.operation !== 'query' || !type || hasConditions(document)) return null;
  const planner = new Planner(schema, document);
  try {
    return { fields: planner.rootFields(type, operation), size: planner.size };
  } catch (error) {
    if (error instanceof NotPlannable) return null;
    throw error;
  }
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive(directive) {
      if (!isCondition(directive)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

type Fragments = Record<string, FragmentDefinitionNode>;

class Planner {
  size = 0;
  readonly #fragments: Fragments;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.#fragments = Object.assign(
      Object.create(null),
      Object.fromEntries(fragmentsOf(document)),
    ) as Fragments;
  }

  rootFields(type: GraphQLObjectType, { selectionSet }: OperationDefinitionNode): FieldPlan[] {
    return this.#fields(type, collectFields(this.schema, this.#fragments, {}, type, selectionSet));
  }

  #fields(type: GraphQLObjectType, collected: ReadonlyMap<string, readonly FieldNode[]>): FieldPlan[] {
    this.size += collected.size;
    if (this.size > MAX_FIELDS) throw new NotPlannable();
    return [...collected].map(([responseName, nodes]) => this.#field(type, responseName, nodes));
  }

  #field(parentType: GraphQLObjectType, responseName: string, nodes: readonly FieldNode[]): FieldPlan {
    const definition = getFieldDef(this.schema, parentType, nodes[0] as FieldNode);
    // The answer is built of ordinary objects.
    if (!definition || responseName === '__proto__') throw new NotPlannable();
    const { value, object } = unwrapped(definition.type);
    return {
      ...{ responseName, nodes, parentType, definition, value },
      property: definition.resolve || definition.args.length > 0 ? null : value.leaf,
      below: object
        ? this.#fields(object, collectSubfields(this.schema, this.#fragments, {}, object, nodes))
        : [],
    };
  }
}

/** The plan of a type's values, and the object type within it. */
function unwrapped(type: GraphQLOutputType): { value: ValuePlan; object: GraphQLObjectType | null } {
  const nonNull = isNonNullType(type);
  const nullable = nonNull ? type.ofType : type;
  if (isListType(nullable)) {
    const { value: item, object } = unwrapped(nullable.ofType);
    return { value: { nonNull, item, leaf: null }, object };
  }
  if (isLeafType(nullable)) return { value: { nonNull, item: null, leaf: nullable }, object: null };
  // Of an interface or a union, and of an object that is asked whether it is one, only the value tells the fields.
  if (!isObjectType(nullable) || nullable.isTypeOf) throw new NotPlannable();
  return { value: { nonNull, item: null, leaf: null }, object: nullable };
}
