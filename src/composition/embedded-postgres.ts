import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import type { ServerEvent } from '../embedded-postgres/server-options.js';

type Sources = Pick<Config, 'dataDir'> & { database?: { kind: string }; erp?: { kind: string } };

/** Starts the embedded server where these settings need it, for the service: nobody else may run it. */
export async function startEmbedded(config: Sources, logger: Logger): Promise<EmbeddedPostgres | null> {
  if (!isNeeded(config)) return null;
  return EmbeddedPostgres.start(config.dataDir, { onEvent: (event) => tell(logger, event) });
}

/** The same for a command, which may work beside the service. */
export async function joinEmbedded(config: Sources): Promise<EmbeddedPostgres | null> {
  return isNeeded(config) ? EmbeddedPostgres.join(config.dataDir) : null;
}

const isNeeded = ({ database, erp }: Sources) => database?.kind === 'embedded' || erp?.kind === 'embedded';

function tell(logger: Logger, event: ServerEvent): void {
  if (event.type === 'line') logger.debug({ line: event.line }, 'embedded database');
  else if (event.type === 'elsewhere') {
    const { folder, uid } = event;
    logger.info(
      { folder, uid },
      'the embedded database, which never runs as root, is kept where its user can reach it',
    );
  } else if (event.type === 'lost') {
    logger.error({ reason: event.reason }, 'the embedded database has ended; it is started again');
  } else if (event.type === 'back') logger.warn('the embedded database is back');
  else logger.error({ reason: event.reason }, 'the embedded database does not start; it is tried again');
}
