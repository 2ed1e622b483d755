import type { DashboardStore, Waiting } from './dashboard.store.js';

/** Reads the counts of one request, at most once. */
export class DashboardLoader {
  #waiting: Promise<Waiting> | undefined;

  constructor(private readonly store: DashboardStore) {}

  waiting(): Promise<Waiting> {
    this.#waiting ??= this.store.waiting();
    return this.#waiting;
  }
}
