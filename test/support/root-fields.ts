import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Every root field of a schema, with the name of its type. */
export const rootFieldsOf = (schema: GraphQLSchema) =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.values(type.getFields()).map((field) => ({ type: type.name, field })) : [],
  );

/** Some value that the type takes: what it says doesn't matter, as authorisation comes before it. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  // No role moves a connote there. From the others, some roles are kept.
  if (type.name === 'ConnoteStatus') return 'DRAFT';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  return (
    {
      Int: '1',
      Boolean: 'true',
      ID: '"00000000-0000-4000-8000-000000000000"',
      Date: '"2000-01-01"',
      DateTime: '"2000-01-01T00:00:00Z"',
    }[type.name] ?? '"1"'
  );
}

/** An operation that asks for one root field, with what it requires. */
export function operationOf(type: string, field: GraphQLField<unknown, unknown>, alias = ''): string {
  const required = field.args.filter((argument) => isNonNullType(argument.type));
  const args = required.map((argument) => `${argument.name}: ${literal(argument.type)}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${type.toLowerCase()} { ${alias}${field.name}${args && `(${args})`}${selection} }`;
}
