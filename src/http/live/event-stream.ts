import type { Request, RequestHandler, Response } from 'express';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { RequestFacts } from '../../graphql/context.js';
import { PorticoError } from '../../shared/errors.js';
import type { LiveMetrics } from '../../telemetry/live-metrics.js';
import { ANSWER_TYPES } from '../answer-error.js';
import type { LiveStreams } from './live-streams.js';
import type { Patience } from './patience.js';
import { readOperation } from './read-operation.js';

/** The media type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** What sending events needs. */
export interface EventStreamInput {
  streams: LiveStreams;
  metrics: LiveMetrics;
  patience: Patience;
  factsOf: (request: Request, response: Response, signal: AbortSignal) => RequestFacts;
  /** Calls this when the service stops. @returns forgets it */
  onStop: (end: () => void) => () => void;
}

/** Whether the answer is wanted as events, rather than as one. */
const wantsEvents = (request: Request): boolean =>
  request.accepts([...ANSWER_TYPES, EVENT_STREAM]) === EVENT_STREAM;

/**
 * Answers a subscription with server-sent events, in the mode of distinct connections:
 * https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md
 * What only GraphQL refuses is an event too, because browsers show scripts no other answer.
 */
export function eventStream(input: EventStreamInput): RequestHandler {
  return async (request, response, next) => {
    if (!wantsEvents(request)) {
      next();
      return;
    }
    const left = new AbortController();
    const forget = input.onStop(() => response.end());
    response.once('close', () => {
      forget();
      left.abort(new Error('the client hung up'));
    });
    const facts = input.factsOf(request, response, left.signal);
    const opened = await input.streams.open(readOperation(request), facts, 'sse').catch(asPorticoError);
    response.status(200).set({ 'content-type': EVENT_STREAM, 'x-accel-buffering': 'no' }).flushHeaders();
    if ('refused' in opened) response.write(eventOf('next', { errors: opened.refused }));
    else await sendAll(response, opened.events, input);
    if (!response.destroyed) response.end(eventOf('complete'));
  };
}

async function sendAll(
  response: Response,
  events: AsyncIterable<FormattedExecutionResult>,
  { metrics, patience }: Pick<EventStreamInput, 'metrics' | 'patience'>,
): Promise<void> {
  const ping = setInterval(() => response.write(':\n\n'), patience.pingMs);
  response.once('close', () => clearInterval(ping));
  for await (const result of events) {
    if (response.destroyed) return;
    metrics.sent('sse');
    if (!response.write(eventOf('next', result))) {
      await drained(response, patience.stalledMs, () => metrics.stalled('sse'));
    }
  }
  clearInterval(ping);
}

/** Resolves once the client has read on, or the connection is closed, which it is if the client doesn't. */
async function drained(response: Response, stalledMs: number, onStalled: () => void): Promise<void> {
  const timer = setTimeout(() => {
    onStalled();
    response.destroy();
  }, stalledMs);
  await new Promise<void>((resolve) => response.once('drain', resolve).once('close', resolve));
  clearTimeout(timer);
}

/** A line break in JSON is escaped, so the data is one line. */
const eventOf = (name: 'next' | 'complete', data?: object): string =>
  `event: ${name}\ndata:${data ? ` ${JSON.stringify(data)}` : ''}\n\n`;

/** The context's errors are made for Apollo, which doesn't answer here. */
function asPorticoError(error: unknown): never {
  throw error instanceof GraphQLError && error.originalError instanceof PorticoError
    ? error.originalError
    : error;
}
