import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { limitInDatabase } from '../db/rate-limit.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import type { CustomerStore } from '../features/customers/customer.store.js';
import { ConnoteStore } from '../features/freight/connotes/connote.store.js';
import { CustomerContactStore } from '../features/freight/customer-contact.store.js';
import type { FreightDependencies } from '../features/freight/freight-dependencies.js';
import { QuoteStore } from '../features/freight/quotes/quote.store.js';
import { TrackingStore } from '../features/freight/tracking/tracking.store.js';
import type { Outbox } from '../features/mail/outbox.js';
import { baseUrlOf } from './base-url.js';

/** What composing freight needs. */
export interface FreightInput {
  dataSource: DataSource;
  customers: CustomerStore;
  audit: AuditLog;
  outbox: Outbox;
  now: () => Date;
}

/** Composes quotes, the rate card and connotes. */
export function composeFreight(config: Config, input: FreightInput) {
  const { dataSource } = input;
  const dependencies: FreightDependencies = {
    ...input,
    contacts: new CustomerContactStore(dataSource),
    quotes: new QuoteStore(dataSource),
    connotes: new ConnoteStore(dataSource),
    settings: { ...config.freight, baseUrl: baseUrlOf(config) },
  };
  const tracking = {
    tracking: new TrackingStore(dataSource),
    byNumber: limitInDatabase(dataSource, 'track', config.rateLimits.tracking),
  };
  return { dependencies, tracking, resolvers: [] as object[], sources: {} };
}
