import { Counter, Gauge, type Registry } from 'prom-client';

/** How things stand with the ERP. */
export interface WatchedErp {
  circuit: string;
  running: number;
  queued: number;
  keptBytes: number;
}

const CIRCUITS = ['closed', 'half_open', 'open'];

/** The metrics of what stands between the portal and the ERP. */
export class ErpMetrics {
  readonly #retries: Counter;
  readonly #shared: Counter;
  readonly #stale: Counter;
  readonly #rejected: Counter<'reason'>;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    const counter = (name: string, help: string) => new Counter({ name, help, registers });
    this.#retries = counter('portico_erp_retries_total', 'Queries that were sent to the ERP once more.');
    this.#shared = counter('portico_erp_shared_total', 'Questions that joined one that was being asked.');
    this.#stale = counter('portico_erp_stale_answers_total', 'Questions that got the last good answer.');
    this.#rejected = new Counter({
      name: 'portico_erp_rejected_total',
      help: 'Questions that the ERP was not asked: the circuit was open, or the queue full.',
      labelNames: ['reason'],
      registers,
    });
    for (const reason of ['circuit', 'queue']) this.#rejected.inc({ reason }, 0);
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

  rejected(reason: 'circuit' | 'queue'): void {
    this.#rejected.inc({ reason });
  }

  /** Has the ERP's state asked for with each scrape. */
  watch(stateOf: () => WatchedErp): void {
    const registers = [this.registry];
    new Gauge({
      name: 'portico_erp_circuit',
      help: '1 for the state that the circuit to the ERP is in, 0 for the others.',
      labelNames: ['state'],
      registers,
      collect() {
        const { circuit } = stateOf();
        for (const state of CIRCUITS) this.set({ state }, state === circuit ? 1 : 0);
      },
    });
    new Gauge({
      name: 'portico_erp_questions',
      help: 'Questions that the ERP is being asked, and those that wait for their turn.',
      labelNames: ['state'],
      registers,
      collect() {
        const { running, queued } = stateOf();
        this.set({ state: 'running' }, running);
        this.set({ state: 'queued' }, queued);
      },
    });
    new Gauge({
      name: 'portico_erp_last_answers_bytes',
      help: 'What the last good answers take at most.',
      registers,
      collect() {
        this.set(stateOf().keptBytes);
      },
    });
  }
}
