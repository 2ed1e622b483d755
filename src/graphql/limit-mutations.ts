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

/**
 * Rate-limits the @public mutations by the client's address, before any of them runs. Each alias counts as one. If an
 * operation has more of them than the limit has left, none of them runs.
 */
export function limitPublicMutations(limit: RateLimit): ApolloServerPlugin<RequestContext> {
  let names: ReadonlySet<string>;
  return {
    async serverWillStart({ schema }) {
      names = publicMutations(schema);
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue }) {
          const count = operation ? countOccurrences(names, document, operation) : 0;
          if (count === 0) return;
          try {
            await limit.take(contextValue.client.network, count);
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

/** Counts these fields at the root of a mutation, with fragments expanded. @skip and @include are ignored. */
function countOccurrences(
  names: ReadonlySet<string>,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): number {
  if (operation !== 'mutation') return 0;
  const fragments = fragmentsOf(document);
  // Each fragment is measured once: fragments that use each other twice would otherwise take exponential time.
  const known = new Map<string, number>();
  const countIn = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (names.has(selection.name.value) ? 1 : 0);
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
