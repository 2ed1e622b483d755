import { Args, Ctx, Resolver, Subscription } from 'type-graphql';
import { Auth, AuthAnyRole } from '../../shared/auth-decorators.js';
import type { OnUnshown } from '../../shared/row-values.js';
import { InventoryFilterArgs } from '../inventory/inventory.args.js';
import { InventoryUpdate, ViewerEvent } from './live.type.js';
import type { LiveInventory } from './live-inventory.js';
import type { SessionWatch } from './session-watches.js';
import { watchInventory } from './watch-inventory.js';
import { watchViewer } from './watch-viewer.js';

/** What these resolvers need from the request context. */
export interface LiveContext {
  /** The open stream that a subscription is for; null for a request that is answered once. */
  stream: { session: SessionWatch; signal: AbortSignal } | null;
}

/** TypeGraphQL wants a source of events; see `streamSubscriptions`, which puts the methods themselves in its place. */
const METHOD_IS_SOURCE = {
  subscribe: () => {
    throw new Error('the schema was built without streamSubscriptions');
  },
};

/** The subscriptions. Each method returns the source of its events. */
@Resolver()
export class LiveResolver {
  constructor(private readonly live: { inventory: LiveInventory; onUnshown: OnUnshown }) {}

  @Subscription(() => ViewerEvent, {
    ...METHOD_IS_SOURCE,
    description:
      'That the session has ended or access has changed, so that an open page knows before its next click.',
  })
  @AuthAnyRole()
  viewerChanged(@Ctx() context: LiveContext) {
    const { session, signal } = streamOf(context);
    return watchViewer(session, signal);
  }

  @Subscription(() => InventoryUpdate, {
    ...METHOD_IS_SOURCE,
    description: "What changes in the inventory, within the viewer's scope.",
  })
  @Auth('CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN')
  inventoryChanged(
    @Args(() => InventoryFilterArgs) { filter }: InventoryFilterArgs,
    @Ctx() context: LiveContext,
  ) {
    return watchInventory({ ...this.live, ...streamOf(context) }, filter ?? {});
  }
}

function streamOf({ stream }: LiveContext): NonNullable<LiveContext['stream']> {
  if (!stream) throw new Error('a subscription runs without a stream');
  return stream;
}
