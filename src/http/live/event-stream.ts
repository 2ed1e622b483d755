import type { Request, RequestHandler, Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { RequestFacts } from '../../graphql/context.js';
import type { LiveMetrics } from '../../telemetry/live-metrics.js';
import { ANSWER_TYPES } from '../answer-error.js';
import type { LiveStreams } from './live-streams.js';
import type { Patience } from './patience.js';
import { readOperation } from './read-operation.js';
import { sendInParts } from './send-in-parts.js';

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
    const onStop = () => {
      response.end();
      left.abort(new Error('the service stops'));
    };
    const forget = input.onStop(onStop);
    response.once('close', () => {
      forget();
      left.abort(new Error('the client hung up'));
    });
    const facts = input.factsOf(request, response, left.signal);
    const opened = await input.streams.open(readOperation(request), facts, 'sse');
    if (left.signal.aborted) return;
    response.status(200).set({ 'content-type': EVENT_STREAM, 'x-accel-buffering': 'no' }).flushHeaders();
    if ('refused' in opened) response.write(eventOf('next', { errors: opened.refused }));
    else await sendAll(response, opened.events, input);
    if (!response.writableEnded) response.end(eventOf('complete'));
  };
}

async function sendAll(
  response: Response,
  events: AsyncIterable<FormattedExecutionResult>,
  { metrics, patience }: Pick<EventStreamInput, 'metrics' | 'patience'>,
): Promise<void> {
  let isBusy = false;
  const ping = setInterval(() => {
    // In the middle of an event, it would end the event.
    if (!isBusy && !response.writableEnded) response.write(':\n\n');
  }, patience.pingMs);
  response.once('close', () => clearInterval(ping));
  for await (const result of events) {
    metrics.sent('sse');
    isBusy = true;
    await sendInParts(Buffer.from(eventOf('next', result)), {
      isOpen: () => !response.writableEnded && !response.destroyed,
      send: async (part) => {
        if (!response.write(part)) await drainedOrClosed(response);
      },
      stalledMs: patience.stalledMs,
      onStalled: () => {
        metrics.stalled('sse');
        response.destroy();
      },
    });
    isBusy = false;
  }
  clearInterval(ping);
}

const drainedOrClosed = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });

/** A line break in JSON is escaped, so the data is one line. */
const eventOf = (name: 'next' | 'complete', data?: object): string =>
  `event: ${name}\ndata:${data ? ` ${JSON.stringify(data)}` : ''}\n\n`;
