import { fileURLToPath } from 'node:url';
import { startServer } from '../compare/children.mjs';
import { settingsOf } from './settings.mjs';

const SERVER = fileURLToPath(new URL('bare-server.mjs', import.meta.url));

/** What the rows cost at least: the driver, a prepared statement and JSON.stringify. */
export const bare = {
  name: 'bare',
  about: 'node:http, pg with a prepared statement, JSON.stringify; no GraphQL, sessions, limits or log',
  async start(world) {
    const server = await startServer(SERVER, { env: settingsOf(world) });
    return {
      ...server,
      path: '/inventory',
      toJson: (_kind, variables) => JSON.stringify(variables),
      read: { page: ({ nodes, pageInfo }) => ({ ...pageInfo, nodes }) },
      headers: {},
    };
  },
};
