import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { CUSTOMER_ENTITY } from '../../features/customers/customer.federation.js';
import { ERP_CUSTOMER_ENTITY } from '../../features/inventory/erp-customer.federation.js';
import { PORTAL_USER_ENTITY } from '../../features/users/portal-user.federation.js';
import { assertRole, type Role } from '../../shared/auth.js';
import { badUserInput, PorticoError } from '../../shared/errors.js';
import type { FederationEntity } from '../../shared/federation-entity.js';
import { tooMany } from '../../shared/refusal-reasons.js';
import { type OnDenied, rolesOf } from '../auth-directive.js';
import type { RequestContext } from '../context.js';
import { type Entity, readKey, readType } from './representation.js';

/** The types that other subgraphs may refer to. */
export const ENTITIES: readonly FederationEntity<RequestContext>[] = [
  ERP_CUSTOMER_ENTITY,
  CUSTOMER_ENTITY,
  PORTAL_USER_ENTITY,
];
const MAX_REPRESENTATIONS = 100;

/** An entity with the roles that may read it. */
interface RuledEntity extends Entity {
  roles: readonly Role[];
}

/**
 * Resolves `_entities(representations:)`. Each representation succeeds or fails for itself, so that a wrong key of another
 * subgraph costs only its own entity.
 *
 * @param onDenied called once for each type of a request that the caller's role may not read
 */
export function entitiesResolver(
  schema: GraphQLSchema,
  onDenied: OnDenied,
): GraphQLFieldResolver<unknown, RequestContext> {
  const byType = new Map(
    ENTITIES.map((entity) => [entity.type, { ...entity, roles: rolesFor(schema, entity) }]),
  );
  return (_source, args, context) => {
    const representations = args['representations'] as readonly unknown[];
    const found = representations.length;
    if (found > MAX_REPRESENTATIONS) {
      const message = `found ${found}; wanted at most ${MAX_REPRESENTATIONS}`;
      throw badUserInput({ path: 'representations', message, ...tooMany(MAX_REPRESENTATIONS) });
    }
    // All begin before any of them waits, so that their reads go together.
    return representations.map((representation, index) =>
      resolve(byType, { representation, path: `representations[${index}]` }, { context, onDenied }),
    );
  };
}

/** The roles of the query that rules an entity. @throws Error if the query is open to anyone, or missing */
function rolesFor(schema: GraphQLSchema, { type, ruledBy }: Entity): readonly Role[] {
  const field = schema.getQueryType()?.getFields()[ruledBy];
  const roles = field ? rolesOf(schema, field) : null;
  if (!roles) throw new Error(`${type} must be ruled by a query that carries @auth, and not by ${ruledBy}`);
  return roles;
}

async function resolve(
  byType: ReadonlyMap<string, RuledEntity>,
  { representation, path }: { representation: unknown; path: string },
  { context, onDenied }: { context: RequestContext; onDenied: OnDenied },
): Promise<object | null> {
  const entity = readType(byType, representation, path);
  try {
    assertRole(context.viewer, entity.roles);
  } catch (error) {
    const named = representation as Record<string, unknown>;
    const isDenial = error instanceof PorticoError && error.code === 'FORBIDDEN';
    if (isDenial) await onDenied(context, `_entities.${entity.type}`, { [entity.key]: named[entity.key] });
    throw error;
  }
  const found = await entity.byKey(readKey(entity, representation as object, path), context);
  return found && { ...found, __typename: entity.type };
}
