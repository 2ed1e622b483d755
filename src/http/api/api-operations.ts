import { type ConnotePhotos, uploadConnotePhoto } from './connote-photos.js';
import { connoteFiles } from './connote-files.js';
import type { ApiOperation } from './operation.js';
import { type PortalProvisioning, portalProvisioning } from './portal-provisioning.js';

/** What the operations of the API need. */
export interface ApiDependencies {
  portalAccounts: PortalProvisioning;
  freight: ConnotePhotos;
}

/** Every operation of the API but its own description. */
export function apiOperations({ portalAccounts, freight }: ApiDependencies): ApiOperation[] {
  return [
    ...portalProvisioning(portalAccounts),
    uploadConnotePhoto(freight),
    ...connoteFiles(freight.dependencies),
  ];
}
