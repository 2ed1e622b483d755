import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { RateLimit } from '../../shared/rate-limit.js';
import type { Telemetry } from '../../telemetry/telemetry.js';
import { type EventStreamInput, eventStream } from './event-stream.js';
import { LiveStreams, type LiveStreamsInput } from './live-streams.js';
import { patienceWithin } from './patience.js';
import { SocketSubscriptions } from './socket-subscriptions.js';
import { webSocketUpgrade } from './upgrade.js';
import { type SocketOpening, WebSockets } from './web-sockets.js';

/** What serving subscriptions needs. */
export interface ServeLiveInput extends LiveStreamsInput {
  logger: Logger;
  /** Counts the requests from each address. */
  perAddress: RateLimit;
  telemetry: Telemetry;
  settings: {
    bodyBytes: number;
    timeouts: { idleMs: number };
    corsOrigins: readonly string[];
    /** Where users reach the service, such as https://portal.example.com; null if it isn't set. */
    origin: string | null;
  };
  factsOf: (request: Request, response: Response) => SocketOpening['facts'];
  onStop: EventStreamInput['onStop'];
}

/** The handlers of both transports of subscriptions. Each passes on what isn't for it. */
export function serveLive(input: ServeLiveInput): {
  webSockets: RequestHandler;
  eventStreams: RequestHandler;
} {
  const { factsOf, logger, onStop, settings } = input;
  const streams = new LiveStreams(input);
  const metrics = input.telemetry.metrics.live;
  const patience = patienceWithin(settings.timeouts.idleMs);
  const sockets = new WebSockets({
    subscriptions: new SocketSubscriptions({ streams, metrics, logger }),
    ...{ metrics, logger, patience },
    perAddress: input.perAddress,
    messageBytes: settings.bodyBytes,
  });
  onStop(() => sockets.stop());
  const allowed = [...settings.corsOrigins, ...(settings.origin === null ? [] : [settings.origin])];
  return {
    webSockets: webSocketUpgrade({
      mayOpen: (origin, { headers }) => allowed.includes(origin) || hostOf(origin) === headers.host,
      factsOf,
      open: (opening) => sockets.open(opening),
    }),
    eventStreams: eventStream({
      ...{ streams, metrics, patience, onStop },
      factsOf: (request, response, signal) => ({
        ...factsOf(request, response),
        authorization: request.headers.authorization,
        signal,
      }),
    }),
  };
}

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '');
