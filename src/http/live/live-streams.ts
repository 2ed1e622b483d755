import { authenticate } from '../../features/identity/sessions/authenticate.js';
import type { SessionWatches } from '../../features/live/session-watches.js';
import {
  type ContextSources,
  contextOfStream,
  createContext,
  type RequestFacts,
} from '../../graphql/context.js';
import type { GraphqlServer } from '../../graphql/server.js';
import type { Opened, OperationRequest } from '../../graphql/subscriptions.js';
import { Slots } from '../../shared/slots.js';
import type { StreamTransport } from '../../telemetry/live-metrics.js';
import type { Telemetry } from '../../telemetry/telemetry.js';

/** How many subscriptions one login, and one instance, may have open. A page has two. */
const MAX_PER_LOGIN = 40;
const MAX_STREAMS = 10_000;

/** What opening streams needs. */
export interface LiveStreamsInput {
  graphql: GraphqlServer;
  context: ContextSources;
  sessions: SessionWatches;
  telemetry: Telemetry;
}

/** What proves who sends a request. */
export type Proof = Pick<RequestFacts, 'authorization' | 'sessionId'>;

/** Opens subscriptions for the transports, which send their events. */
export class LiveStreams {
  readonly #slots = new Slots({ total: MAX_STREAMS, perCaller: MAX_PER_LOGIN });

  constructor(private readonly input: LiveStreamsInput) {}

  /**
   * What proves later who has opened a connection: their session, which may outlive their access token, or their API key.
   *
   * @returns null if it is nobody's
   * @throws as `open` does
   */
  async proofOf({
    authorization,
    client,
  }: Pick<RequestFacts, 'authorization' | 'client'>): Promise<Proof | null> {
    const { authentication } = this.input.context;
    const { viewer, apiKey } = await authenticate(authentication, authorization, client);
    if (viewer) return { authorization: undefined, sessionId: viewer.sessionId };
    return apiKey && { authorization };
  }

  /**
   * Opens a subscription for whoever sends it. Until the signal of the request fires, it holds a place among those that may be
   * open; the transport must have it fire at the end in any case.
   *
   * @throws RATE_LIMITED; INTERNAL_SERVER_ERROR, retryable, if the database has no connection
   */
  async open(request: OperationRequest, facts: RequestFacts, transport: StreamTransport): Promise<Opened> {
    const { graphql, context: sources, sessions, telemetry } = this.input;
    const { signal } = facts;
    const context = await createContext(sources, facts);
    const { server, subscriptions } = graphql;
    // Whoever isn't signed in is refused by the field.
    const { signedIn } = context;
    if (!signedIn) return subscriptions.open(server, request, { context, renew: () => context, signal });
    signal.throwIfAborted();
    const free = this.#slots.take(signedIn.viewer.userId);
    const { watch, release } = sessions.hold(signedIn);
    const closed = telemetry.metrics.live.opened(transport);
    const onEnd = () => {
      free();
      release();
      closed();
    };
    signal.addEventListener('abort', onEnd, { once: true });
    const stream = { session: watch, signal };
    const renew = () => contextOfStream(sources, context, stream);
    return subscriptions.open(server, request, { context: renew(), renew, signal });
  }
}
