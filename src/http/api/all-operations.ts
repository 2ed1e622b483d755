import type { PaperDependencies } from '../../features/freight/paper/print-paper.js';
import type { TrackingDependencies } from '../../features/freight/tracking/track-shipment.js';
import { describeApi } from './api-description.js';
import { connoteFiles } from './connote-files.js';
import { connotePapers } from './connote-papers.js';
import { type ConnotePhotos, uploadConnotePhoto } from './connote-photos.js';
import type { ApiOperation } from './operation.js';
import { type PortalProvisioning, portalProvisioning } from './portal-provisioning.js';
import { tracking } from './tracking.js';

/** What the operations of the API need. */
export interface ApiDependencies {
  portalAccounts: PortalProvisioning;
  tracking: TrackingDependencies;
  freight: ConnotePhotos;
  paper: PaperDependencies;
}

/**
 * Every operation of the API, and one that describes them all.
 *
 * @param basePath the path below which clients reach the service; empty if it is the root
 */
export const allOperations = (dependencies: ApiDependencies, basePath: string): ApiOperation[] =>
  describeApi(
    [
      ...portalProvisioning(dependencies.portalAccounts),
      ...tracking(dependencies.tracking),
      uploadConnotePhoto(dependencies.freight),
      ...connoteFiles(dependencies.freight.dependencies),
      ...connotePapers(dependencies.paper),
    ],
    basePath,
  );
