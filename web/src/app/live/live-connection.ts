import { type Client, createClient } from 'graphql-ws/client';
import { type AnsweredError, ApiError, type Operation, toApiError } from '../ask';
import { openSession, renewSession } from '../session';
import { currentSession } from '../session-state';
import { around, waitToReconnect } from './waits';

/** A network that has gone is noticed when a ping of ours isn't answered. */
const PING_MS = 25_000;
const PONG_MS = 10_000;
/** A tab that nobody has looked at for so long needs no connection. */
const HIDDEN_MS = 5 * 60_000;
/** When a subscription is tried again that was refused for a reason that passes. */
const PAUSE_MS = 60_000;
/** The service doesn't know the token (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). */
const FORBIDDEN = 4403;

/** Refusals that the same subscription would meet again. */
const LASTING = ['BAD_USER_INPUT', 'FORBIDDEN', 'PASSWORD_CHANGE_REQUIRED', 'UNAUTHENTICATED'];

/** Who is told what happens. */
export interface Watcher<R> {
  onEvent: (event: R) => void;
  /** What happens is not told for now. It begins anew by itself. */
  onInterrupted?: () => void;
  /** It is not told, and won't be. */
  onRefused?: (error: ApiError) => void;
}

/** The connection of a tab over which the service tells what happens. It comes back when it was lost, until it is closed. */
export class LiveConnection {
  readonly #closed = new AbortController();
  readonly #client: Client;
  readonly #interrupted = new Set<() => void>();
  #hasConnected = false;
  #token: string | null = null;

  constructor() {
    const { signal } = this.#closed;
    let pong: ReturnType<typeof setTimeout> | undefined;
    let hidden: ReturnType<typeof setTimeout> | undefined;
    this.#client = createClient({
      url: () => this.#address(),
      connectionParams: () => ({ authorization: `Bearer ${this.#token}` }),
      keepAlive: PING_MS,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (retries) => waitToReconnect(retries, this.#hasConnected),
      shouldRetry: () => !signal.aborted,
      on: {
        connected: () => {
          this.#hasConnected = true;
        },
        ping: (isReceived) => {
          if (!isReceived) pong = setTimeout(() => this.#client.terminate(), PONG_MS);
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(pong);
        },
        closed: (event) => {
          clearTimeout(pong);
          this.#onClosed((event as CloseEvent).code);
        },
      },
    });
    const onVisibility = () => {
      clearTimeout(hidden);
      if (document.hidden) hidden = setTimeout(() => this.#client.terminate(), HIDDEN_MS);
    };
    document.addEventListener('visibilitychange', onVisibility, { signal });
    signal.addEventListener('abort', () => clearTimeout(hidden));
  }

  /** Subscribes. @returns ends it */
  watch<R, V extends Record<string, unknown>>(
    operation: Operation<R, V>,
    variables: V,
    { onEvent, onInterrupted, onRefused }: Watcher<R>,
  ): () => void {
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, this.#closed.signal]);
    let release = () => {};
    const refuse = (error: ApiError) => {
      if (signal.aborted) return;
      if (LASTING.includes(error.code)) {
        onRefused?.(error);
        return;
      }
      onInterrupted?.();
      const timer = setTimeout(open, around(PAUSE_MS));
      signal.addEventListener('abort', () => clearTimeout(timer));
    };
    const open = () => {
      release = this.#client.subscribe<R>(
        { query: operation, variables },
        {
          next: ({ data, errors }) => {
            if (errors?.[0]) refuse(toApiError(errors[0] as AnsweredError));
            else if (!signal.aborted) onEvent(data as R);
          },
          error: (reason) => refuse(refusalOf(reason)),
          complete: () => {},
        },
      );
    };
    if (onInterrupted) this.#interrupted.add(onInterrupted);
    signal.addEventListener('abort', () => {
      if (onInterrupted) this.#interrupted.delete(onInterrupted);
      release();
    });
    open();
    return () => left.abort();
  }

  /** Ends all that is watched; with the last subscription the connection closes. */
  close(): void {
    this.#closed.abort();
  }

  /** Where it connects, once the token is fresh. It must not fail: graphql-ws would wait for ever. */
  async #address(): Promise<string> {
    await openSession().catch(() => undefined);
    this.#token = currentSession()?.accessToken ?? null;
    const address = new URL('graphql', document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    return address.href;
  }

  #onClosed(code: number): void {
    if (this.#closed.signal.aborted) return;
    for (const tell of this.#interrupted) tell();
    if (code === FORBIDDEN) void renewSession(this.#token).catch(() => undefined);
  }
}

/** What graphql-ws reports: the errors of an answer, or why there is no connection any more. */
function refusalOf(reason: unknown): ApiError {
  const [error] = Array.isArray(reason) ? (reason as AnsweredError[]) : [];
  return error ? toApiError(error) : new ApiError('OFFLINE', 'The connection was closed.');
}
