import type { Section } from './section.js';

/** The results of checking an ERP, one section per topic. */
export interface ErpReport {
  /** False if there is a problem that has to be fixed, or the check is incomplete. */
  ok: boolean;
  /** Why the ERP couldn't be queried; null if it could. */
  unreachable: string | null;
  sections: Section[];
}

/** What a check may take, and how it says what went wrong. */
export interface CheckOptions {
  /** Called for each query. */
  deadline: () => AbortSignal;
  /** Whether the time for the whole check is over: what fails then says nothing about the ERP. */
  isOver: () => boolean;
  describe: (error: unknown) => string;
}
