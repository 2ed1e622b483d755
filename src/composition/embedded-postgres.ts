import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import type { ServerEvent } from '../embedded-postgres/server-options.js';

type Sources = Pick<Config, 'dataDir'> & { database?: { kind: string }; erp?: { kind: string } };

/** Starts the embedded server for the service if these settings need it. No other process may be running it. */
export async function startEmbedded(config: Sources, logger: Logger): Promise<EmbeddedPostgres | null> {
  if (!isNeeded(config)) return null;
  return EmbeddedPostgres.start(config.dataDir, { onEvent: (event) => logEvent(logger, event) });
}

/** Joins or starts the embedded server for a command if these settings need it. The service may be running. */
export async function joinEmbedded(config: Sources): Promise<EmbeddedPostgres | null> {
  return isNeeded(config) ? EmbeddedPostgres.join(config.dataDir) : null;
}

const isNeeded = ({ database, erp }: Sources) => database?.kind === 'embedded' || erp?.kind === 'embedded';

function logEvent(logger: Logger, event: ServerEvent): void {
  if (event.type === 'line') logger.debug({ line: event.line }, 'embedded database');
  else if (event.type === 'elsewhere') {
    const { folder, uid } = event;
    logger.info(
      { folder, uid },
      'PostgreSQL does not run as root: the embedded database is in a folder that its own user can reach',
    );
  } else if (event.type === 'lost') {
    logger.error({ reason: event.reason }, 'the embedded database has ended; it is started again');
  } else if (event.type === 'back') logger.warn('the embedded database is back');
  else logger.error({ reason: event.reason }, 'the embedded database does not start; retrying');
}
