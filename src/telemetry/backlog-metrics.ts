import { Gauge, type Registry } from 'prom-client';

/** What waits or failed, by its status. */
export interface WatchedBacklog {
  mails: Readonly<Record<string, number>>;
  provisionings: Readonly<Record<string, number>>;
}

const GAUGES = [
  {
    of: 'mails',
    name: 'portico_mails',
    help: 'Mails that are not sent: FAILED ones are tried again, DEAD ones are not. As the database has it.',
    statuses: ['QUEUED', 'SENDING', 'FAILED', 'DEAD'],
  },
  {
    of: 'provisionings',
    name: 'portico_provisionings',
    help: 'Customers whose portal account is being made, and those where that failed. As the database has it.',
    statuses: ['PENDING', 'FAILED'],
  },
] as const;

/**
 * Has what waits or failed asked for with each scrape. Where nobody knows it, there is no value: none is better than an old
 * one or zero.
 */
export function watchBacklog(registry: Registry, ask: () => Promise<WatchedBacklog>): void {
  for (const { of, name, help, statuses } of GAUGES) {
    new Gauge({
      name,
      help,
      labelNames: ['status'],
      registers: [registry],
      async collect() {
        const backlog = await ask().catch(() => null);
        this.reset();
        if (!backlog) return;
        for (const status of statuses) this.set({ status }, backlog[of][status] ?? 0);
      },
    });
  }
}
