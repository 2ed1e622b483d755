import type { Duplex } from 'node:stream';
import type { Request } from 'express';
import { type ExecutionArgs, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RateLimit } from '../../shared/rate-limit.js';
import { Slots } from '../../shared/slots.js';
import type { LiveMetrics } from '../../telemetry/live-metrics.js';
import { CLOSE, closeReasonOf } from './close-reasons.js';
import type { Proof } from './live-streams.js';
import type { Patience } from './patience.js';
import { pingEvery } from './ping-every.js';
import { SocketSender } from './socket-sender.js';
import type { ClientFacts, SocketSubscriptions } from './socket-subscriptions.js';

/** How long a client may take to say goodbye when the service stops. */
const GOODBYE_MS = 2_000;
/** An office may have one address for all of its tabs. */
const MAX_PER_ADDRESS = 2_000;
const MAX_SOCKETS = 10_000;

/** What a connection is opened with. */
export interface SocketOpening {
  request: Request;
  socket: Duplex;
  head: Buffer;
  /** What is known of whoever opens it. Its first message has the authorization. */
  facts: ClientFacts;
}

const NO_PROOF: Proof = { authorization: undefined };

interface Extra {
  facts: SocketOpening['facts'];
  /** Set once the first message has proven who it is. */
  proof?: Proof;
  /** Closes the connection, which proves nobody any more. */
  end: () => void;
}

/** What serving WebSockets needs. */
export interface WebSocketsInput {
  subscriptions: SocketSubscriptions;
  metrics: LiveMetrics;
  logger: Logger;
  patience: Patience;
  /** Counts the messages from each address. */
  perAddress: RateLimit;
  /** The maximum length of a message. */
  messageBytes: number;
}

/**
 * GraphQL over WebSocket, by the protocol graphql-transport-ws:
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 * The first message has the access token: `{ "authorization": "Bearer …" }`. Cookies don't count.
 */
export class WebSockets {
  readonly #sockets: WebSocketServer;
  readonly #slots = new Slots({ total: MAX_SOCKETS, perCaller: MAX_PER_ADDRESS });
  readonly #protocol;

  constructor(private readonly input: WebSocketsInput) {
    const { subscriptions, messageBytes } = input;
    this.#sockets = new WebSocketServer({
      ...{ noServer: true, maxPayload: messageBytes, perMessageDeflate: false, handleProtocols },
    });
    this.#protocol = makeServer<Record<string, unknown>, Extra>({
      onConnect: async ({ extra, connectionParams }) => {
        const proof = await subscriptions.connect(connectionParams?.['authorization'], extra.facts);
        if (proof) extra.proof = proof;
        return proof !== null;
      },
      onSubscribe: async ({ extra: { facts, proof = NO_PROOF, end } }, _id, payload) => {
        const opened = await subscriptions.open(payload, { ...facts, ...proof });
        if (Array.isArray(opened) && subscriptions.formatted(opened).some(isNobody)) end();
        return opened;
      },
      subscribe: ({ contextValue }: ExecutionArgs) => contextValue as AsyncGenerator<never>,
      onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult as never,
      onError: (_context, _id, _payload, errors) => subscriptions.formatted(errors as never),
    });
  }

  /** Makes a WebSocket of a connection. */
  open({ request, socket, head, facts }: SocketOpening): void {
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#serve(opened, facts));
  }

  /** Closes all, in a way that tells clients to connect again. */
  stop(): void {
    const { clients } = this.#sockets;
    for (const socket of clients) socket.close(...CLOSE.stopping);
    setTimeout(() => {
      for (const socket of clients) socket.terminate();
    }, GOODBYE_MS).unref();
  }

  #serve(socket: WebSocket, facts: SocketOpening['facts']): void {
    socket.on('error', (err) => this.input.logger.debug({ err }, 'a WebSocket failed'));
    const free = this.#slots.tryTake(facts.client.network);
    if (!free) {
      socket.close(...CLOSE.tooMany);
      return;
    }
    const { pingMs, stalledMs } = this.input.patience;
    const onStalled = () => this.#hangUp(socket);
    const sender = new SocketSender(socket, { stalledMs, onStalled, onFlood: () => socket.terminate() });
    const stopPinging = pingEvery(socket, pingMs, { isBusy: () => sender.busy, onGone: onStalled });
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => sender.send(data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) => void this.#receive(socket, facts, () => handle(String(data)))),
      },
      { facts, end: () => socket.close(...CLOSE.forbidden) },
    );
    socket.once('close', (code, reason) => {
      stopPinging();
      free();
      void Promise.resolve(closed(code, String(reason))).catch((err: unknown) =>
        this.input.logger.error({ err }, 'a WebSocket did not close cleanly'),
      );
    });
  }

  /** Each message counts as a request from its address, whether or not anybody is known to send it. */
  async #receive(
    socket: WebSocket,
    { client }: SocketOpening['facts'],
    handle: () => Promise<void>,
  ): Promise<void> {
    try {
      await this.input.perAddress.take(client.network);
      // More may have come before the client knew that it is hung up on.
      if (socket.readyState === socket.OPEN) await handle();
    } catch (error) {
      this.#fail(socket, error);
    }
  }

  /** A client that reads again within a while gets the reason. */
  #hangUp(socket: WebSocket): void {
    if (socket.readyState !== socket.OPEN) return;
    this.input.metrics.stalled('websocket');
    socket.close(...CLOSE.stalled);
  }

  #fail(socket: WebSocket, err: unknown): void {
    const reason = closeReasonOf(err);
    if (reason === CLOSE.failed) this.input.logger.error({ err }, 'a message over a WebSocket failed');
    socket.close(...reason);
  }
}

const isNobody = ({ extensions }: GraphQLFormattedError): boolean =>
  extensions?.['code'] === 'UNAUTHENTICATED';
