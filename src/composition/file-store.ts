import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { FileStore } from '../features/freight/files/file-store.js';
import { FolderFileStore } from '../features/freight/files/folder-file-store.js';

/** The folder of photos and signatures in `DATA_DIR`, if they are not in a bucket. */
export const FILES_FOLDER = 'files';

/** The store of photos and signatures: the bucket of the settings, or the folder `files` in `DATA_DIR`. */
export async function openFileStore(
  { files, dataDir }: Pick<Config, 'files' | 'dataDir'>,
  logger: Logger,
): Promise<FileStore> {
  const onFailure = (err: unknown) => logger.error({ err }, 'the store of files failed');
  if (files.kind === 'folder') return new FolderFileStore(join(dataDir, FILES_FOLDER), { onFailure });
  // Loaded only if there is a bucket, so that other starts don't read its client.
  const { S3FileStore } = await import('../features/freight/files/s3-file-store.js');
  return new S3FileStore(files, { onFailure });
}
