import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { AnsweredError, DemoUser, TestApp } from './start-app.js';
import { until } from './until.js';

interface Event<Data> {
  data?: Data | null;
  errors?: AnsweredError[];
}

/** What a subscriber has been sent. */
export class Watched<Data> {
  readonly events: Event<Data>[] = [];
  /** The errors for which the subscription was refused. */
  refused: AnsweredError[] | null = null;
  /** Whether it has ended, and not by its subscriber. */
  ended = false;
  /** Ends it. */
  leave: () => void = () => {};

  /** The events, once there are that many. */
  async atLeast(count: number): Promise<Event<Data>[]> {
    await until(() => this.events.length >= count || this.ended);
    return this.events;
  }

  /** The codes of its last errors, once it has ended. */
  async end(): Promise<string[]> {
    await until(() => this.ended);
    const errors = this.refused ?? this.events.at(-1)?.errors ?? [];
    return errors.map(({ extensions }) => extensions?.code);
  }
}

/** A browser's connection for subscriptions. */
export class LiveConnection {
  /** The code and reason with which the service has closed it. */
  closed: { code: number; reason: string } | null = null;
  #socket: WebSocket | null = null;
  readonly #client: Client;

  constructor(url: string, token: string | null, headers: Record<string, string> = {}) {
    class Socket extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers });
      }
    }
    this.#client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: Socket,
      connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      lazyCloseTimeout: 0,
      on: {
        opened: (socket) => {
          this.#socket = socket as WebSocket;
        },
        closed: (event) => {
          const { code, reason } = event as { code: number; reason: string };
          this.closed = { code, reason: String(reason) };
        },
      },
    });
  }

  /** Reads nothing any more of what is sent, until `resume`. */
  pause(): void {
    this.#socket?.pause();
  }

  resume(): void {
    this.#socket?.resume();
  }

  watch<Data, Variables>(
    operation: string | TypedDocumentNode<Data, Variables>,
    variables?: Variables,
  ): Watched<Data> {
    const watched = new Watched<Data>();
    const query = typeof operation === 'string' ? operation : print(operation);
    watched.leave = this.#client.subscribe<Data>(
      { query, ...(variables && { variables: variables as Record<string, unknown> }) },
      {
        next: (event) => watched.events.push(event as Event<Data>),
        error: (error) => {
          watched.refused = Array.isArray(error) ? (error as AnsweredError[]) : [];
          watched.ended = true;
        },
        complete: () => {
          watched.ended = true;
        },
      },
    );
    return watched;
  }

  async end(): Promise<void> {
    await this.#client.dispose();
  }
}

/** Connects as a login. The connection ends with the test. */
export async function connectLive(
  app: TestApp,
  as: DemoUser | { token: string } | null,
  headers?: Record<string, string>,
): Promise<LiveConnection> {
  const token = as === null ? null : typeof as === 'string' ? await app.tokenOf(as) : as.token;
  const connection = new LiveConnection(app.url, token, headers);
  // A hook of this module would only be one of the first file that imports it in a worker.
  onTestFinished(() => connection.end());
  return connection;
}
