import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Jobs } from '../db/jobs.js';
import { deleteFiles, type FileDeletion } from '../features/freight/files/delete-files.js';
import { FileAddresses } from '../features/freight/files/file-addresses.js';
import { SignedAccess } from '../features/freight/files/signed-access.js';
import type { FreightDependencies } from '../features/freight/freight-dependencies.js';
import { PaperResolver } from '../features/freight/paper/paper.resolver.js';
import { PaperConnoteStore } from '../features/freight/paper/paper-connote.store.js';
import { PaperPrinter } from '../features/freight/paper/paper-printer.js';
import type { PaperDependencies } from '../features/freight/paper/print-paper.js';
import { deleteUnusedPhotos } from '../features/freight/proof/delete-unused-photos.js';
import { PhotoResolver, ProofOfDeliveryResolver } from '../features/freight/proof/proof.resolver.js';
import type { SecretKeys } from './secret-key.js';

/** What composing the files and papers of connotes needs. */
export interface FreightFilesInput {
  dependencies: FreightDependencies;
  jobs: Jobs;
  secretKeys: SecretKeys;
  logger: Logger;
}

/** Composes photos, signatures and papers: their signed addresses, and the deletion of what is not used. */
export function composeFreightFiles(config: Config, input: FreightFilesInput) {
  const { dependencies, jobs, secretKeys, logger } = input;
  const { dataSource, now } = dependencies;
  const { baseUrl, timeZone } = dependencies.settings;
  jobs.define<FileDeletion>({
    name: 'file-deletion',
    concurrency: 1,
    expireInSeconds: 600,
    work: (job) => deleteFiles(dependencies, job),
    onFailed: (err) => logger.error({ err }, 'files could not be deleted; the job is retried'),
  });
  const signedAccess = new SignedAccess(secretKeys, now);
  const addresses = new FileAddresses(signedAccess, baseUrl);
  const printer = new PaperPrinter();
  const paper: PaperDependencies = {
    ...{ baseUrl, timeZone, now, brand: config.mail.brand },
    paperConnotes: new PaperConnoteStore(dataSource),
    printer,
  };
  return {
    ...{ signedAccess, addresses, paper },
    resolvers: [
      new ProofOfDeliveryResolver(addresses),
      new PhotoResolver(addresses),
      new PaperResolver(addresses),
    ],
    cleanUp: () => deleteUnusedPhotos(dependencies),
    closePrinter: () => printer.close(),
  };
}
