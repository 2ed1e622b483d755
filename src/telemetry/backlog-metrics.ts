import { Gauge, type Registry } from 'prom-client';

/** The number of items that wait or have failed, by status. */
export interface WatchedBacklog {
  mails: Readonly<Record<string, number>>;
  provisionings: Readonly<Record<string, number>>;
}

const GAUGES = [
  {
    of: 'mails',
    name: 'portico_mails',
    help: 'Mails that are not sent, read from the database. FAILED mails are retried, DEAD ones are not.',
    statuses: ['QUEUED', 'SENDING', 'FAILED', 'DEAD'],
  },
  {
    of: 'provisionings',
    name: 'portico_provisionings',
    help: 'Customers whose portal account is being created or could not be created, read from the database.',
    statuses: ['PENDING', 'FAILED'],
  },
] as const;

/**
 * Reads the backlog on each scrape. If that fails, the metrics have no value, because an old one or zero would mislead.
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
