import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** The state of the ERP connection. */
export interface WatchedErp {
  circuit: string;
  running: number;
  queued: number;
  streaming: number;
  keptBytes: number;
}

/** A stream takes as long as its consumer takes its rows. */
const STREAM_SECONDS = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600];
const CIRCUITS = ['closed', 'half_open', 'open'];

/** The metrics of the circuit breaker, queue, retries and caches between the portal and the ERP. */
export class ErpMetrics {
  readonly #retries: Counter;
  readonly #shared: Counter;
  readonly #stale: Counter;
  readonly #rejected: Counter<'reason'>;
  readonly #streamSeconds: Histogram<'outcome'>;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    const counter = (name: string, help: string) => new Counter({ name, help, registers });
    this.#retries = counter('portico_erp_retries_total', 'Retries of ERP queries.');
    this.#shared = counter(
      'portico_erp_shared_total',
      'ERP reads that joined an identical read in progress.',
    );
    this.#stale = counter(
      'portico_erp_stale_answers_total',
      'ERP reads that were answered with the last good answer.',
    );
    this.#rejected = new Counter({
      name: 'portico_erp_rejected_total',
      help: 'ERP queries that were not sent because the circuit was open, the queue was full, or all slots for streams were taken.',
      labelNames: ['reason'],
      registers,
    });
    this.#streamSeconds = new Histogram({
      name: 'portico_erp_stream_seconds',
      help: 'Seconds: streams from the ERP, at the pace of their consumers.',
      labelNames: ['outcome'],
      buckets: STREAM_SECONDS,
      registers,
    });
    for (const reason of ['circuit', 'queue', 'streams']) this.#rejected.inc({ reason }, 0);
  }

  retried(): void {
    this.#retries.inc();
  }

  shared(): void {
    this.#shared.inc();
  }

  stale(): void {
    this.#stale.inc();
  }

  rejected(reason: 'circuit' | 'queue' | 'streams'): void {
    this.#rejected.inc({ reason });
  }

  streamed(outcome: string, seconds: number): void {
    this.#streamSeconds.observe({ outcome }, seconds);
  }

  /** Reads the state of the ERP connection on each scrape. */
  watch(stateOf: () => WatchedErp): void {
    const registers = [this.registry];
    new Gauge({
      name: 'portico_erp_circuit',
      help: 'State of the circuit breaker to the ERP: 1 for the current state, 0 for the others.',
      labelNames: ['state'],
      registers,
      collect() {
        const { circuit } = stateOf();
        for (const state of CIRCUITS) this.set({ state }, state === circuit ? 1 : 0);
      },
    });
    new Gauge({
      name: 'portico_erp_questions',
      help: 'ERP queries that are running, those that wait in the queue, and streams beside them.',
      labelNames: ['state'],
      registers,
      collect() {
        const { running, queued, streaming } = stateOf();
        this.set({ state: 'running' }, running);
        this.set({ state: 'queued' }, queued);
        this.set({ state: 'streaming' }, streaming);
      },
    });
    new Gauge({
      name: 'portico_erp_last_answers_bytes',
      help: 'Upper bound of the memory that the last good answers use.',
      registers,
      collect() {
        this.set(stateOf().keptBytes);
      },
    });
  }
}
