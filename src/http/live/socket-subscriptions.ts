import { randomUUID } from 'node:crypto';
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  parse,
} from 'graphql';
import type { Logger } from 'pino';
import type { RequestFacts } from '../../graphql/context.js';
import { PorticoError } from '../../shared/errors.js';
import { newTally, type RequestScope, requestScope, tallyFields } from '../../shared/request-scope.js';
import type { LiveMetrics } from '../../telemetry/live-metrics.js';
import type { LiveStreams, Proof } from './live-streams.js';
import { operationRequest } from './read-operation.js';

type Events = AsyncGenerator<FormattedExecutionResult, void, undefined>;

/** graphql-ws wants to see a subscription before it asks for events. Ours was checked, and is not run by it. */
const ANY_SUBSCRIPTION = parse('subscription { any }');

/** What is known of a client before it says who it is. */
export type ClientFacts = Omit<RequestFacts, 'signal' | keyof Proof>;

/** What running the subscriptions of WebSockets needs. */
export interface SocketSubscriptionsInput {
  streams: LiveStreams;
  metrics: LiveMetrics;
  logger: Logger;
}

/** Runs the subscriptions of WebSockets, each in a scope of its own, with one line in the log when it ends. */
export class SocketSubscriptions {
  readonly #refusals = new WeakMap<GraphQLError, GraphQLFormattedError>();

  constructor(private readonly input: SocketSubscriptionsInput) {}

  /** See LiveStreams.proofOf. @param authorization as in the header of that name */
  connect(authorization: unknown, facts: ClientFacts): Promise<Proof | null> {
    const given = typeof authorization === 'string' ? authorization : undefined;
    return this.input.streams.proofOf({ authorization: given, client: facts.client });
  }

  /** Opens one. @returns what graphql-ws takes its events from, or the errors that it sends */
  async open(payload: unknown, facts: Omit<RequestFacts, 'signal'>): Promise<ExecutionArgs | GraphQLError[]> {
    const read = operationRequest.safeParse(payload);
    if (!read.success) return [this.#refusal({ message: 'The payload is no GraphQL operation.' })];
    const left = new AbortController();
    const scope = this.#scope(left);
    try {
      const opened = await requestScope.run(scope, () =>
        this.input.streams
          .open(read.data, { ...facts, signal: left.signal }, 'websocket')
          .catch((error: unknown) => ({ refused: [refusalOf(error)] })),
      );
      if ('events' in opened) {
        const contextValue = this.#inScope(opened.events, scope, left);
        return { document: ANY_SUBSCRIPTION, contextValue } as unknown as ExecutionArgs;
      }
      left.abort();
      return opened.refused.map((formatted) => this.#refusal(formatted));
    } catch (error) {
      left.abort();
      throw error;
    }
  }

  /** The errors as they are sent. */
  formatted(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    return errors.map(
      (error) => this.#refusals.get(error) ?? { message: 'Something went wrong on our side.' },
    );
  }

  #refusal(formatted: GraphQLFormattedError): GraphQLError {
    const error = new GraphQLError(formatted.message);
    this.#refusals.set(error, formatted);
    return error;
  }

  #scope(left: AbortController): RequestScope {
    const requestId = randomUUID();
    const tally = newTally();
    const started = performance.now();
    const req = { id: requestId, method: 'SUBSCRIBE', path: '/graphql' };
    left.signal.addEventListener(
      'abort',
      () => {
        const responseTime = Math.round(performance.now() - started);
        this.input.logger.info({ req, responseTime, ...tallyFields(tally) }, 'subscription ended');
      },
      { once: true },
    );
    const onUnexpected = (err: unknown) => this.input.logger.error({ req, err }, 'unexpected error, masked');
    return { requestId, signal: left.signal, onUnexpected, tally, span: null };
  }

  /** The same events. Whoever returns the iterator need not wait for the event that it is waiting for. */
  #inScope(events: Events, scope: RequestScope, left: AbortController): Events {
    const { metrics } = this.input;
    return {
      next: () =>
        requestScope.run(scope, async () => {
          const result = await events.next().catch((error: unknown) => {
            left.abort();
            throw error;
          });
          if (result.done) left.abort();
          else metrics.sent('websocket');
          return result;
        }),
      return: async () => {
        left.abort();
        return requestScope.run(scope, () => events.return());
      },
      throw: (error) => events.throw(error),
      [Symbol.asyncIterator]() {
        return this;
      },
    } as Events;
  }
}

/** What stands for an error before there is a subscription, such as too many of them. @throws any other error */
function refusalOf(error: unknown): GraphQLFormattedError {
  if (!(error instanceof PorticoError)) throw error;
  const { code, message, extensions } = error;
  return { message, extensions: { code, ...extensions } };
}
