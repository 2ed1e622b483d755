import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { Jobs } from '../db/jobs.js';
import { limitInDatabase } from '../db/rate-limit.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import type { CustomerStore } from '../features/customers/customer.store.js';
import { RecentAddressResolver } from '../features/freight/addresses/recent-address.resolver.js';
import { RecentAddressStore } from '../features/freight/addresses/recent-address.store.js';
import type { ConnoteSources } from '../features/freight/connotes/connote.loader.js';
import { ConnoteStore } from '../features/freight/connotes/connote.store.js';
import { ConnoteListStore } from '../features/freight/connotes/connote-list.store.js';
import { EditConnotesResolver } from '../features/freight/connotes/edit-connotes.resolver.js';
import { CustomerContactStore } from '../features/freight/customer-contact.store.js';
import { DriverResolver } from '../features/freight/drivers/driver.resolver.js';
import { DriverStore } from '../features/freight/drivers/driver.store.js';
import type { FileStore } from '../features/freight/files/file-store.js';
import type { FreightDependencies } from '../features/freight/freight-dependencies.js';
import { EditPhotosResolver } from '../features/freight/proof/edit-photos.resolver.js';
import { PhotoStore } from '../features/freight/proof/photo.store.js';
import { ProofStore } from '../features/freight/proof/proof.store.js';
import { EditQuotesResolver } from '../features/freight/quotes/edit-quotes.resolver.js';
import { expireQuotes } from '../features/freight/quotes/expire-quotes.js';
import type { QuoteSources } from '../features/freight/quotes/quote.loader.js';
import { QuoteStore } from '../features/freight/quotes/quote.store.js';
import { QuoteListStore } from '../features/freight/quotes/quote-list.store.js';
import { RateResolver } from '../features/freight/rates/rate.resolver.js';
import { RateStore } from '../features/freight/rates/rate.store.js';
import { EditRewardsResolver } from '../features/freight/rewards/edit-rewards.resolver.js';
import { expireRewards } from '../features/freight/rewards/expire-rewards.js';
import { CustomerRewardsResolver } from '../features/freight/rewards/quote-rewards.resolver.js';
import { RewardResolver } from '../features/freight/rewards/reward.resolver.js';
import { RewardStore } from '../features/freight/rewards/reward.store.js';
import { RewardListStore } from '../features/freight/rewards/reward-list.store.js';
import { TrackingStore } from '../features/freight/tracking/tracking.store.js';
import type { Outbox } from '../features/mail/outbox.js';
import { baseUrlOf } from './base-url.js';
import { composeFreightFiles } from './freight-files.js';
import type { SecretKeys } from './secret-key.js';

/** What composing freight needs. */
export interface FreightInput {
  dataSource: DataSource;
  customers: CustomerStore;
  audit: AuditLog;
  outbox: Outbox;
  jobs: Jobs;
  files: FileStore;
  secretKeys: SecretKeys;
  logger: Logger;
  now: () => Date;
}

/** Composes quotes, the rate card and connotes. */
export function composeFreight(config: Config, { secretKeys, logger, ...input }: FreightInput) {
  const { dataSource, jobs, now } = input;
  const { timeZone } = config.freight;
  const dependencies: FreightDependencies = {
    ...input,
    contacts: new CustomerContactStore(),
    quotes: new QuoteStore(dataSource),
    rates: new RateStore(dataSource),
    connotes: new ConnoteStore(),
    drivers: new DriverStore(dataSource),
    proofs: new ProofStore(dataSource),
    photos: new PhotoStore(dataSource),
    rewards: new RewardStore(dataSource),
    settings: { ...config.freight, rewards: config.rewards, baseUrl: baseUrlOf(config) },
  };
  const files = composeFreightFiles(config, { dependencies, jobs, secretKeys, logger });
  const { quotes, rates, proofs, photos } = dependencies;
  const quoteSources: QuoteSources = {
    ...{ quotes, rates, timeZone, now },
    list: new QuoteListStore(dataSource, timeZone),
  };
  const connoteSources: ConnoteSources = {
    list: new ConnoteListStore(dataSource, timeZone),
    baseUrl: dependencies.settings.baseUrl,
  };
  const tracking = {
    tracking: new TrackingStore(dataSource),
    byNumber: limitInDatabase(dataSource, 'track', config.rateLimits.tracking),
  };
  return {
    ...{ dependencies, tracking, files },
    resolvers: [
      new EditQuotesResolver(dependencies),
      new RateResolver(dependencies),
      new EditConnotesResolver(dependencies),
      new RewardResolver(dependencies),
      new EditRewardsResolver(dependencies),
      new CustomerRewardsResolver(dependencies),
      new EditPhotosResolver(dependencies),
      new DriverResolver(dependencies),
      new RecentAddressResolver({ addresses: new RecentAddressStore(dataSource) }),
      ...files.resolvers,
    ],
    sources: {
      ...{ quotes: quoteSources, connotes: connoteSources, proofs: { proofs, photos } },
      rewards: { list: new RewardListStore(dataSource) },
    },
    expireQuotes: () => expireQuotes(dependencies),
    expireRewards: () => expireRewards(dependencies),
  };
}
