import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { ServerAddress } from './administrator.js';
import { type Cluster, openCluster } from './cluster.js';
import { addressOf, findOtherServer } from './find-other-server.js';
import { readLock, type ServerLock } from './lock-file.js';
import { assertSameMajorVersion, makeCluster } from './make-cluster.js';
import { makeDatabases } from './make-databases.js';
import { Claim, joinAsGuest } from './server-claim.js';
import type { EmbeddedPostgresOptions } from './server-options.js';
import { FilesInUse, ServerProcess } from './server-process.js';

/** A stopping server releases its files within this many attempts. If they are still locked then, the start fails. */
const ATTEMPTS = 10;
const RETRY_DELAY_MS = 200;

/** A server that this process runs, and the claim that tells other processes so. */
export interface RunningServer {
  server: ServerProcess;
  claim: Claim;
}

/** A cluster with its server, which either this process or another Portico process runs. */
export type OpenedServer = OwnServer | { cluster: Cluster; other: ServerLock };
/** A cluster whose server this process runs. */
export type OwnServer = { cluster: Cluster } & RunningServer;

/** A server that another Portico process runs, and the connection that marks this process as its guest. */
export interface JoinedServer {
  cluster: Cluster;
  address: ServerAddress;
  guest: pg.Client;
}

/**
 * Starts the server of a data folder, unless another Portico process runs it. The files are created first if there are
 * none.
 */
export async function openServer(dataDir: string, options: EmbeddedPostgresOptions): Promise<OpenedServer> {
  const cluster = openCluster(dataDir, options);
  if (cluster.user && cluster.folder !== join(resolve(dataDir), 'postgres')) {
    options.onEvent?.({ type: 'elsewhere', folder: cluster.folder, uid: cluster.user.uid });
  }
  await makeCluster(cluster);
  assertSameMajorVersion(cluster, cluster.data);
  for (let attempt = 1; ; attempt++) {
    const other = await findOtherServer(cluster);
    if (other) return { cluster, other };
    try {
      return { cluster, ...(await runServer(cluster, options)) };
    } catch (error) {
      // Another Portico process got there first. The next attempt finds its server.
      if (!(error instanceof FilesInUse) || attempt === ATTEMPTS) throw error;
      await wait(RETRY_DELAY_MS);
    }
  }
}

/**
 * Like `openServer`, but joins the server as a guest if another Portico process runs it. If that process is just
 * stopping the server, this one starts it.
 */
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
 * @throws FilesInUse if another server uses its files, or an Error with the reason
 */
export async function runServer(
  cluster: Cluster,
  options: EmbeddedPostgresOptions & { port?: number },
): Promise<RunningServer> {
  if (await readLock(cluster)) throw new FilesInUse(`Another server uses ${cluster.data}.`);
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
    await claim.admitGuests();
    return { server, claim };
  } catch (error) {
    void claim?.end();
    await server.stop();
    throw error;
  }
}

/** The address of a server that this process runs. */
export const addressOfProcess = (cluster: Cluster, { port }: ServerProcess) =>
  addressOf(cluster, { port, socket: null });
