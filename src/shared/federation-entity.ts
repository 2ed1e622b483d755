import { isId } from './id-format.js';
import { invalidFormat, type Reason } from './refusal-reasons.js';

/** Why a key is none, as a field problem says it. */
export type KeyProblem = { message: string } & Reason;

/** A type that other subgraphs of a federation name by a key, and whose fields they get from here. */
export interface FederationEntity<Context> {
  /** The name of the type. */
  type: string;
  /** The field that is the key. Its values are texts. */
  key: string;
  /** The query whose roles may read the entities. */
  ruledBy: string;
  /** What is wrong with a key, whoever sends it; null if it could be one. */
  problemOf(key: string): KeyProblem | null;
  /** The entity, for a caller with one of the roles; null if it doesn't exist for them. Several are read at once. */
  byKey(key: string, context: Context): Promise<object | null>;
}

/** What is wrong with the key of an entity that has an id. */
export const problemOfId = (key: string): KeyProblem | null =>
  isId(key) ? null : { message: 'wanted an id as answers contain it: a UUID', ...invalidFormat('id') };
