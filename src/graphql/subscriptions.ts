import { setImmediate } from 'node:timers/promises';
import { type ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  createSourceEventStream,
  type ExecutionArgs,
  execute,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { PorticoError } from '../shared/errors.js';
import type { RequestContext } from './context.js';
import type { OpeningSubscription } from './opening-subscription.js';
import { refuseErpReads } from './refuse-erp-reads.js';
import { requestError } from './request-error.js';

/** An operation as a client sends it. */
export interface OperationRequest {
  query?: string | undefined;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  extensions?: Record<string, unknown> | undefined;
  documentId?: unknown;
}

/** The events of a subscription, or the errors for which it is refused. */
export type Opened =
  | { refused: readonly GraphQLFormattedError[] }
  | { events: AsyncGenerator<FormattedExecutionResult, void, undefined> };

/** The context of a subscription, and that of each of its events: with what is known then, and fresh loaders. */
export interface SubscriptionContext {
  context: RequestContext;
  renew: () => RequestContext;
  signal: AbortSignal;
}

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const onlyByStream = () =>
  new PorticoError(
    'BAD_USER_INPUT',
    'A subscription needs a stream: send it over WebSocket, or with the header accept: text/event-stream.',
  );
const onlySubscriptions = () =>
  new PorticoError(
    'BAD_USER_INPUT',
    'Only subscriptions run over a stream; send this with a POST of its own.',
  );

/**
 * Runs subscriptions. Apollo Server checks them like any other operation, with every plugin, but would run them as queries:
 * so they are taken out before that, and run here.
 */
export class Subscriptions {
  #latestTurn: Promise<void> = Promise.resolve();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly format: Format,
  ) {}

  /** Refuses what runs only over a stream, and over a stream everything else. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, contextValue }) => {
        const isSubscription = operation?.operation === 'subscription';
        const ofStream = contextValue.opening !== undefined;
        if (isSubscription && !ofStream) throw requestError(onlyByStream());
        if (!isSubscription && ofStream) throw requestError(onlySubscriptions());
        if (ofStream) refuseErpReads(this.schema, document);
      },
      responseForOperation: async ({ document, contextValue: { opening } }) => {
        if (!opening) return null;
        opening.document = document;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: {} } } };
      },
    }),
  };

  /** Checks an operation, and begins it. Nothing is asked of any source before the first event is taken. */
  async open(
    server: ApolloServer<RequestContext>,
    { documentId, ...request }: OperationRequest,
    { context, renew, signal }: SubscriptionContext,
  ): Promise<Opened> {
    const opening: OpeningSubscription = { document: null };
    const http = { method: 'POST', headers: new HeaderMap(), search: '', body: { documentId } };
    const { body } = await server.executeOperation(
      { ...request, http },
      {
        contextValue: { ...context, opening },
      },
    );
    const { document } = opening;
    if (!document) return { refused: (body.kind === 'single' && body.singleResult.errors) || [] };
    const args: ExecutionArgs = {
      ...{ schema: this.schema, document, contextValue: context },
      // As over HTTP, an empty name is none.
      operationName: request.operationName || null,
      variableValues: request.variables ?? null,
    };
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) {
      return { refused: (source.errors ?? []).map((error) => this.#formatted(ofVariables(error))) };
    }
    return { events: this.#run(source, args, { renew, signal }) };
  }

  async *#run(
    source: AsyncIterable<unknown>,
    args: ExecutionArgs,
    { renew, signal }: Pick<SubscriptionContext, 'renew' | 'signal'>,
  ): AsyncGenerator<FormattedExecutionResult, void, undefined> {
    try {
      for await (const event of source) {
        await this.#turn();
        const { errors, ...result } = await execute({ ...args, rootValue: event, contextValue: renew() });
        const formatted = errors?.map((error) => this.#formatted(error));
        yield { ...result, ...(formatted && { errors: formatted }) };
      }
    } catch (error) {
      if (signal.aborted) return;
      yield { errors: [this.format({ message: '' }, error)] };
    }
  }

  /** One after the other, with a break before each: an event may have thousands of rows, and many streams have one at once. */
  #turn(): Promise<void> {
    this.#latestTurn = this.#latestTurn.then(() => setImmediate());
    return this.#latestTurn;
  }

  #formatted(error: GraphQLError): GraphQLFormattedError {
    return this.format(error.toJSON(), error);
  }
}

/** The same error; one about a variable is the caller's mistake, as it is in a query. */
function ofVariables(error: GraphQLError): GraphQLError {
  if (error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION) error.extensions['code'] ??= 'BAD_USER_INPUT';
  return error;
}
