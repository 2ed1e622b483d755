import type { Origin } from '../../../shared/origin.js';
import type { PortalUserStore } from '../../users/portal-user.store.js';
import type { FreightDependencies } from '../freight-dependencies.js';

/** What seeding the demo freight depends on. */
export interface DemoFreightDependencies
  extends Pick<
    FreightDependencies,
    | 'dataSource'
    | 'customers'
    | 'quotes'
    | 'connotes'
    | 'proofs'
    | 'rewards'
    | 'jobs'
    | 'audit'
    | 'settings'
    | 'now'
  > {
  users: PortalUserStore;
  /** Who seeds, for the audit log. */
  origin: Origin;
}

/** Who takes part in the demo freight. */
export interface DemoPeople {
  customerId: string;
  bookerId: string;
  driverId: string;
  staffId: string;
}
