import type { GraphQLSchema } from 'graphql';

/**
 * Makes each subscription's method the source of its events. TypeGraphQL would call the method for each event, and checks its
 * arguments only then; so it is called once instead, when somebody subscribes, and an event is what the source gives. The
 * fields are changed in place.
 */
export function streamSubscriptions(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) throw new Error(`Subscription.${field.name} has no method`);
    field.subscribe = resolve;
    field.resolve = (event: unknown) => event;
  }
}
