import type { DataSource } from 'typeorm';
import { COUNT_UNPROVISIONED } from '../customers/provisioning/provisioning.store.js';
import { COUNT_UNSENT_MAILS } from '../mail/mail.store.js';
import { COUNT_LOCKED } from '../users/portal-user-list.store.js';

/** How many things wait for staff. */
export interface Waiting {
  lockedUsers: number;
  failedMails: number;
  failedProvisionings: number;
}

/** Counts what waits for staff. */
export class DashboardStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All counts, in one query. */
  async waiting(): Promise<Waiting> {
    const [row] = await this.dataSource.query<Waiting[]>(`
      select
        (${COUNT_LOCKED}) as "lockedUsers",
        (select coalesce(sum(count), 0)::integer from (${COUNT_UNSENT_MAILS}) m
         where status in ('FAILED', 'DEAD')) as "failedMails",
        (select coalesce(sum(count), 0)::integer from (${COUNT_UNPROVISIONED}) c
         where status = 'FAILED') as "failedProvisionings"`);
    return row ?? { lockedUsers: 0, failedMails: 0, failedProvisionings: 0 };
  }
}
