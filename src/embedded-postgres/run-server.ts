import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { ServerAddress } from './administrator.js';
import { type Cluster, openCluster } from './cluster.js';
import { addressOf, findOtherServer } from './find-other-server.js';
import { readLock, type ServerLock } from './lock-file.js';
import { assertOurVersion, makeCluster } from './make-cluster.js';
import { makeDatabases } from './make-databases.js';
import { Claim, joinAsGuest } from './server-claim.js';
import type { EmbeddedPostgresOptions } from './server-options.js';
import { FilesInUse, ServerProcess } from './server-process.js';

/** What another server is just giving up is free by then; what isn't, stays taken. */
const ATTEMPTS = 10;
const RETRY_DELAY_MS = 200;

/** A server that this process runs, and what says so to others. */
export interface RunningServer {
  server: ServerProcess;
  claim: Claim;
}

/** A cluster with its server: this process's, or another Portico's. */
export type OpenedServer = OwnServer | { cluster: Cluster; other: ServerLock };
export type OwnServer = { cluster: Cluster } & RunningServer;

/** Another Portico's server, and the connection that says there that this one works on it as well. */
export interface JoinedServer {
  cluster: Cluster;
  address: ServerAddress;
  guest: pg.Client;
}

/** Starts a data folder's server, whose files are made first where there are none, or finds that another Portico runs it. */
export async function openServer(dataDir: string, options: EmbeddedPostgresOptions): Promise<OpenedServer> {
  const cluster = openCluster(dataDir, options);
  if (cluster.user && cluster.folder !== join(resolve(dataDir), 'postgres')) {
    options.onEvent?.({ type: 'elsewhere', folder: cluster.folder, uid: cluster.user.uid });
  }
  await makeCluster(cluster);
  assertOurVersion(cluster, cluster.data);
  for (let attempt = 1; ; attempt++) {
    const other = await findOtherServer(cluster);
    if (other) return { cluster, other };
    try {
      return { cluster, ...(await runServer(cluster, options)) };
    } catch (error) {
      // Another Portico was quicker: its server is there in a moment.
      if (!(error instanceof FilesInUse) || attempt === ATTEMPTS) throw error;
      await wait(RETRY_DELAY_MS);
    }
  }
}

/** The same, or goes to work on the server that another Portico runs; where that was just being ended, it is started. */
export async function joinServer(
  dataDir: string,
  options: EmbeddedPostgresOptions,
): Promise<OwnServer | JoinedServer> {
  for (let attempt = 1; ; attempt++) {
    const opened = await openServer(dataDir, options);
    if (!('other' in opened)) return opened;
    const { cluster, other } = opened;
    const address = addressOf(cluster, other);
    try {
      return { cluster, address, guest: await joinAsGuest(address) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wait(RETRY_DELAY_MS);
    }
  }
}

/**
 * Starts the server and claims it.
 *
 * @throws FilesInUse where another one has its files, or an Error with the reason
 */
export async function runServer(
  cluster: Cluster,
  options: EmbeddedPostgresOptions & { port?: number },
): Promise<RunningServer> {
  if (await readLock(cluster)) throw new FilesInUse(`Another server has come to work on ${cluster.data}.`);
  const onLine = (line: string) => options.onEvent?.({ type: 'line', line });
  const { settings = {}, port } = options;
  const server = await ServerProcess.start(cluster, {
    onLine,
    settings,
    ...(port !== undefined && { port }),
  });
  let claim: Claim | undefined;
  try {
    const address = addressOfProcess(cluster, server);
    claim = await Claim.make(address);
    await makeDatabases(claim.client, address);
    await claim.letGuestsIn();
    return { server, claim };
  } catch (error) {
    void claim?.end();
    await server.stop();
    throw error;
  }
}

/** Where a server of this process is reached. */
export const addressOfProcess = (cluster: Cluster, { port }: ServerProcess) =>
  addressOf(cluster, { port, socket: null });
