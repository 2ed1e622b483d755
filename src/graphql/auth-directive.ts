import { getDirective } from '@graphql-tools/utils';
import {
  DirectiveLocation,
  defaultFieldResolver,
  GraphQLDirective,
  type GraphQLEnumType,
  type GraphQLField,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
} from 'graphql';
import { assertRole, type Caller, type Role, refuseApiKey } from '../shared/auth.js';
import { DURING_PASSWORD_CHANGE, FOR_API_KEYS } from '../shared/auth-decorators.js';
import { PorticoError } from '../shared/errors.js';
import type { Origin } from '../shared/origin.js';
import { rootTypes } from '../shared/root-types.js';

/** The part of the request context that the directives need. */
interface AuthContext extends Caller {
  origin: Origin;
}
/**
 * Called when a field is refused. A root field is given by its name in the schema, others as Type.field. The refusal is
 * sent after this has resolved.
 */
export type OnDenied = (
  context: AuthContext,
  field: string,
  args: Readonly<Record<string, unknown>>,
) => Promise<void>;
type Field = GraphQLField<unknown, AuthContext>;
type Resolve = NonNullable<Field['resolve']>;

/** Adds the definitions of @auth and @public. TypeGraphQL writes directives on fields, but can't define them. */
export function withAuthDirectives(schema: GraphQLSchema): GraphQLSchema {
  const role = schema.getType('Role') as GraphQLEnumType;
  const auth = new GraphQLDirective({
    name: 'auth',
    description: 'The field resolves only for a signed-in viewer who holds one of these roles.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { requires: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(role))) } },
  });
  const publicDirective = new GraphQLDirective({
    name: 'public',
    description:
      'The field resolves for anyone, signed in or not. A root field carries exactly one of @auth and @public.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
  });
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, auth, publicDirective] });
}

/**
 * Enforces @auth: every field with the directive checks the viewer's role before it resolves, whatever alias, fragment
 * or parent it is reached through. An API key reads only the fields that are open to API keys. The fields are changed in
 * place, because building the schema anew takes longer than the rest of a start does.
 *
 * @param onDenied called for each refused root field or @auth field, whether its role check or its own code refused it
 * @throws Error for a root field that carries neither @auth nor @public, or both
 */
export function enforceAuth(schema: GraphQLSchema, onDenied: OnDenied = async () => {}): void {
  const roots = rootTypes(schema);
  // Those of graphql-js are the same in every schema of the process.
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  for (const type of types.filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (roots.includes(type)) enforceOnRootField(schema, { type, field }, onDenied);
      else enforceOnField(schema, { type, field }, onDenied);
    }
  }
}

interface Place {
  type: GraphQLObjectType;
  field: Field;
}

function enforceOnRootField(schema: GraphQLSchema, { type, field }: Place, onDenied: OnDenied): void {
  const requires = rolesOf(schema, field);
  const isPublic = getDirective(schema, field, 'public') !== undefined;
  if ((requires !== null) === isPublic) {
    throw new Error(`${type.name}.${field.name} must carry exactly one of @auth and @public`);
  }
  guard(field, requires);
  reportDenials(field, (context, args) => onDenied(context, field.name, args));
}

function enforceOnField(schema: GraphQLSchema, { type, field }: Place, onDenied: OnDenied): void {
  const requires = rolesOf(schema, field);
  if (!requires) return;
  guard(field, requires);
  reportDenials(field, (context) => onDenied(context, `${type.name}.${field.name}`, {}));
}

/** The roles of a field's @auth; null if it has none. */
export function rolesOf(schema: GraphQLSchema, field: Field): Role[] | null {
  const [directive] = getDirective(schema, field, 'auth') ?? [];
  return directive ? (directive['requires'] as Role[]) : null;
}

/** @param requires null for a @public field, which is closed to API keys alone */
function guard(field: Field, requires: readonly Role[] | null): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  const duringPasswordChange = field.extensions[DURING_PASSWORD_CHANGE] === true;
  const forApiKeys = field.extensions[FOR_API_KEYS] === true;
  const check = (caller: AuthContext) => {
    if (!forApiKeys) refuseApiKey(caller);
    if (requires && !caller.apiKey) assertRole(caller.viewer, requires, { duringPasswordChange });
  };
  field.resolve = (source, args, context, info) => {
    check(context);
    return resolve(source, args, context, info);
  };
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    check(context);
    return subscribe(source, args, context, info);
  };
}

/** Has `onDenied` called before a refusal of the field is sent, also of a subscription to it. */
function reportDenials(
  field: Field,
  onDenied: (context: AuthContext, args: Record<string, unknown>) => Promise<void>,
): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = reporting(resolve, onDenied);
  if (subscribe) field.subscribe = reporting(subscribe, onDenied);
}

function reporting(
  resolve: Resolve,
  onDenied: (context: AuthContext, args: Record<string, unknown>) => Promise<void>,
): Resolve {
  return (source, args, context, info) => {
    const refuse = async (error: unknown): Promise<never> => {
      if (error instanceof PorticoError && error.code === 'FORBIDDEN') await onDenied(context, args);
      throw error;
    };
    try {
      const result: unknown = resolve(source, args, context, info);
      return result instanceof Promise ? result.catch(refuse) : result;
    } catch (error) {
      return refuse(error);
    }
  };
}
