import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { jsonOf, literalOf } from './input-values.js';

/** What a client sends as the body of a request, before it is JSON. */
export interface GraphqlBody {
  query: string;
  variables: Record<string, unknown>;
}
/** A value in the text, or one that a variable brings. */
type Value = { literal: string } | { type: string; json: unknown; byDefault?: string };
interface Selection {
  name: string;
  alias: string | null;
  directive: string;
  args: [string, Value][];
  wrap: 'plain' | 'inline';
  below: Selection[];
}

/** Arguments that take only what the service itself has given out. */
const OPAQUE = new Set(['after', 'before']);
const directive = fc.oneof(
  { weight: 100, arbitrary: fc.constant('') },
  { weight: 10, arbitrary: fc.constantFrom('@include(if: true)', '@skip(if: false)', '@skip(if: true)') },
  { weight: 1, arbitrary: fc.constantFrom('@skip', '@nowhere(a: 1)', '@include(if: null)') },
);
const alias = fc.oneof(
  { weight: 40, arbitrary: fc.constant(null) },
  { weight: 10, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 1, arbitrary: fc.constantFrom('__typename', 'id') },
);

/** Documents over a schema, most of them valid, with what their variables need. */
export class Documents {
  readonly #selections = new Map<string, fc.Arbitrary<Selection[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly depth: number,
  ) {}

  /** @param allowed which root fields are asked for */
  operations(kind: 'query' | 'mutation', allowed: (field: string) => boolean): fc.Arbitrary<GraphqlBody> {
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!root) throw new Error(`the schema has no ${kind}`);
    const fields = Object.values(root.getFields()).filter(({ name }) => allowed(name));
    const field = fc.constantFrom(...fields).chain((one) => this.#field(one, this.depth));
    return selectionsOf(field, 2).map((selections) => written(kind, selections));
  }

  #below(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Selection[]> {
    const key = `${type.name} ${depth}`;
    const known = this.#selections.get(key);
    if (known) return known;
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const fit = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    const one = fc.oneof(
      { weight: 10, arbitrary: fc.constant(leaf('__typename')) },
      { weight: 1, arbitrary: fc.constant(leaf('nothingOfTheKind')) },
      ...fit.map((field) => ({ weight: 20, arbitrary: this.#field(field, depth - 1) })),
    );
    const selections = selectionsOf(one, 4);
    this.#selections.set(key, selections);
    return selections;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Selection> {
    const type = getNamedType(field.type);
    return fc.record({
      name: fc.constant(field.name),
      alias,
      directive,
      args: fc.tuple(...field.args.map(argument)).map((given) => given.filter((one) => one !== null)),
      wrap: fc.constantFrom('plain', 'plain', 'inline'),
      below: isCompositeType(type) ? this.#below(type, Math.max(depth, 0)) : fc.constant([]),
    });
  }
}

/** Some of them may have one name: what they give then merges, or can't. */
function selectionsOf(one: fc.Arbitrary<Selection>, maxLength: number): fc.Arbitrary<Selection[]> {
  const selector = ({ alias, name }: Selection) => alias ?? name;
  const limits = { minLength: 1, maxLength };
  return fc.oneof(
    { weight: 40, arbitrary: fc.uniqueArray(one, { ...limits, selector }) },
    { weight: 1, arbitrary: fc.array(one, limits) },
  );
}

function leaf(name: string): Selection {
  return { name, alias: null, directive: '', args: [], wrap: 'plain', below: [] };
}

function argument({ name, type }: GraphQLArgument): fc.Arbitrary<[string, Value] | null> {
  let value: fc.Arbitrary<Value> = fc.oneof(
    { weight: 5, arbitrary: jsonOf(type, 3).map((json) => ({ type: String(type), json })) },
    { weight: 4, arbitrary: jsonOf(type, 3).map((json) => ({ literal: literalOf(json, type) })) },
  );
  if (isNonNullType(type)) {
    // A null that only shows when the field resolves.
    const [nullable, byDefault] = [String(type.ofType), jsonOf(type, 3)];
    const late = byDefault.map((json) => ({ type: nullable, json: null, byDefault: literalOf(json, type) }));
    value = fc.oneof({ weight: 20, arbitrary: value }, { weight: 1, arbitrary: late });
  }
  const given = value.map((one): [string, Value] => [name, one]);
  const absent = fc.constant(null);
  if (isNonNullType(type)) return given;
  return fc.oneof({ weight: OPAQUE.has(name) ? 30 : 2, arbitrary: absent }, { weight: 1, arbitrary: given });
}

function written(kind: string, selections: Selection[]): GraphqlBody {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const ofValue = (value: Value): string => {
    if ('literal' in value) return value.literal;
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${value.type}${value.byDefault ? ` = ${value.byDefault}` : ''}`);
    variables[name] = value.json;
    return `$${name}`;
  };
  const of = ({ name, alias, directive, args, wrap, below }: Selection): string => {
    const given = args.map(([key, value]) => `${key}: ${ofValue(value)}`).join(', ');
    const inner = below.length > 0 ? ` { ${below.map(of).join(' ')} }` : '';
    const field = `${alias ? `${alias}: ` : ''}${name}${given && `(${given})`} ${directive}${inner}`;
    return wrap === 'inline' ? `... { ${field} }` : field;
  };
  const body = selections.map(of).join(' ');
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return { query: `${kind} Q${head} { ${body} }`, variables };
}
