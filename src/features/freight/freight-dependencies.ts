import type { DataSource } from 'typeorm';
import type { Jobs } from '../../db/jobs.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { CustomerStore } from '../customers/customer.store.js';
import type { Outbox } from '../mail/outbox.js';
import type { ConnoteStore } from './connotes/connote.store.js';
import type { CustomerContactStore } from './customer-contact.store.js';
import type { DriverStore } from './drivers/driver.store.js';
import type { FileStore } from './files/file-store.js';
import type { PhotoStore } from './proof/photo.store.js';
import type { ProofStore } from './proof/proof.store.js';
import type { QuoteStore } from './quotes/quote.store.js';
import type { RateStore } from './rates/rate.store.js';
import type { RewardStore } from './rewards/reward.store.js';
import type { RewardSettings } from './rewards/reward-entry.js';

/** How freight is quoted and delivered: see the settings FREIGHT_… */
export interface FreightSettings {
  /** Kilograms that a cubic metre counts as. */
  cubicFactor: number;
  currency: string;
  quoteDays: number;
  requireProof: boolean;
  timeZone: string;
  email: string | null;
  /** Null if rewards are switched off. */
  rewards: RewardSettings | null;
  /** Whether photos before and after a service can be added. */
  servicePhotos: boolean;
  /** The address that people open the portal at, without a slash at its end. */
  baseUrl: string;
}

/** What the functions for quotes, rates and connotes depend on. */
export interface FreightDependencies {
  dataSource: DataSource;
  customers: CustomerStore;
  contacts: CustomerContactStore;
  quotes: QuoteStore;
  rates: RateStore;
  connotes: ConnoteStore;
  drivers: DriverStore;
  proofs: ProofStore;
  photos: PhotoStore;
  rewards: RewardStore;
  files: FileStore;
  jobs: Pick<Jobs, 'send' | 'withdraw'>;
  audit: AuditLog;
  outbox: Outbox;
  settings: FreightSettings;
  now: () => Date;
}
