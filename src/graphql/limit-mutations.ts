import type { ApolloServerPlugin } from '@apollo/server';
import { getDirective } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { RateLimit } from '../shared/rate-limit.js';
import type { RequestContext } from './context.js';
import { fragmentsOf } from './limits/check-document.js';
import { asRequestError } from './request-error.js';

/** The rate limits of mutations. */
export interface MutationLimits {
  /** Of each login. Authentication has counted one for the request. */
  perUser: RateLimit;
  /** Of the @public mutations from each address. */
  public: RateLimit;
}

/**
 * Rate-limits mutations, before any of them runs: each root field of a signed-in caller counts as a request of its own,
 * and each @public one counts by the client's address. Each alias counts as one. If an operation has more of them than a
 * limit has left, none of them runs.
 */
export function limitMutations(limits: MutationLimits): ApolloServerPlugin<RequestContext> {
  let publicNames: ReadonlySet<string>;
  return {
    async serverWillStart({ schema }) {
      publicNames = publicMutations(schema);
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue: { viewer, client } }) {
          if (operation?.operation !== 'mutation') return;
          const further = countRootFields(document, operation, () => true) - 1;
          const ofPublic = countRootFields(document, operation, (name) => publicNames.has(name));
          try {
            if (viewer && further > 0) await limits.perUser.take(viewer.userId, further);
            if (ofPublic > 0) await limits.public.take(client.network, ofPublic);
          } catch (error) {
            throw asRequestError(error);
          }
        },
      };
    },
  };
}

function publicMutations(schema: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Set(fields.filter((field) => getDirective(schema, field, 'public')).map((field) => field.name));
}

/** Counts these fields at the root of an operation, with fragments expanded. @skip and @include are ignored. */
function countRootFields(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  counts: (name: string) => boolean,
): number {
  const fragments = fragmentsOf(document);
  // Each fragment is measured once: fragments that use each other twice would otherwise take exponential time.
  const known = new Map<string, number>();
  const countIn = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (counts(selection.name.value) ? 1 : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + countIn(selection.selectionSet);
      return sum + countOf(selection.name.value);
    }, 0);
  const countOf = (name: string): number => {
    const fragment = fragments.get(name);
    const count = known.get(name) ?? (fragment ? countIn(fragment.selectionSet) : 0);
    known.set(name, count);
    return count;
  };
  return countIn(selectionSet);
}
