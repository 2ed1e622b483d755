import { badUserInput } from '../../shared/errors.js';
import type { FederationEntity } from '../../shared/federation-entity.js';
import { quoted } from '../../shared/field-problems.js';
import type { Reason } from '../../shared/refusal-reasons.js';
import type { RequestContext } from '../context.js';

export type Entity = FederationEntity<RequestContext>;

/**
 * The type of the entity that a representation names. The types that there are aren't listed in errors, because the schema
 * may be hidden.
 *
 * @throws BAD_USER_INPUT
 */
export function readType<E extends Entity>(
  byType: ReadonlyMap<string, E>,
  representation: unknown,
  path: string,
): E {
  if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) {
    const wanted = 'an object with __typename and the key of an entity';
    throw refusal(path, describe(representation), wanted, { reason: 'INVALID_FORMAT' });
  }
  const name = textOf(representation, '__typename', path);
  const entity = byType.get(name);
  if (entity) return entity;
  throw refusal(`${path}.__typename`, quoted(name), 'the name of a type with a key', { reason: 'UNKNOWN' });
}

/** The key of a representation, which has nothing else. @throws BAD_USER_INPUT */
export function readKey(entity: Entity, representation: object, path: string): string {
  const other = Object.keys(representation).find((field) => ![entity.key, '__typename'].includes(field));
  if (other !== undefined) {
    throw refusal(path, quoted(other), `only __typename and ${entity.key}`, { reason: 'NOT_ALLOWED' });
  }
  const key = textOf(representation, entity.key, path);
  const problem = entity.problemOf(key);
  if (problem) throw badUserInput({ path: `${path}.${entity.key}`, ...problem });
  return key;
}

/** The text in a field of its own: what an object inherits doesn't count. */
function textOf(representation: object, field: string, path: string): string {
  const own = Object.hasOwn(representation, field);
  const value: unknown = own ? representation[field as keyof typeof representation] : undefined;
  if (typeof value === 'string') return value;
  const reason = value === undefined || value === null ? 'REQUIRED' : 'INVALID_FORMAT';
  throw refusal(`${path}.${field}`, describe(value), 'a text', { reason });
}

const refusal = (path: string, found: string, wanted: string, reason: Reason) =>
  badUserInput({ path, message: `found ${found}; wanted ${wanted}`, ...reason });

/** What a value is, without the value itself. */
function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
