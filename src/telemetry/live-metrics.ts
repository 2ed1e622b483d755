import { Counter, Gauge, type Registry } from 'prom-client';

/** How a stream reaches its reader. */
export type StreamTransport = 'websocket' | 'sse';

const TRANSPORTS: readonly StreamTransport[] = ['websocket', 'sse'];

/** The metrics of subscriptions, which stay open. */
export class LiveMetrics {
  readonly #open: Gauge<'transport'>;
  readonly #events: Counter<'transport'>;
  readonly #stalled: Counter<'transport'>;

  constructor(private readonly registry: Registry) {
    const options = { labelNames: ['transport'] as const, registers: [registry] };
    this.#open = new Gauge({
      ...options,
      name: 'portico_live_streams',
      help: 'Subscriptions that are open.',
    });
    this.#events = new Counter({
      ...{ ...options, name: 'portico_live_events_total' },
      help: 'Events that were sent to subscribers.',
    });
    this.#stalled = new Counter({
      ...{ ...options, name: 'portico_live_stalled_total' },
      help: 'Connections that were closed because nobody read what was sent.',
    });
    for (const transport of TRANSPORTS) {
      this.#open.set({ transport }, 0);
      this.#events.inc({ transport }, 0);
      this.#stalled.inc({ transport }, 0);
    }
  }

  /** Counts an open stream. @returns counts it as ended */
  opened(transport: StreamTransport): () => void {
    this.#open.inc({ transport });
    return () => this.#open.dec({ transport });
  }

  sent(transport: StreamTransport): void {
    this.#events.inc({ transport });
  }

  stalled(transport: StreamTransport): void {
    this.#stalled.inc({ transport });
  }

  /** Watches how many different questions about the inventory are watched. */
  watchQuestions(count: () => number): void {
    new Gauge({
      name: 'portico_live_questions',
      help: 'Different questions about the inventory that are watched on this instance.',
      registers: [this.registry],
      collect() {
        this.set(count());
      },
    });
  }
}
