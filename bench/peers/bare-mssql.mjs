import { fileURLToPath } from 'node:url';
import { startServer } from '../compare/children.mjs';
import { settingsOf } from './settings.mjs';

const SERVER = fileURLToPath(new URL('bare-mssql-server.mjs', import.meta.url));

/** The same as `bare` for an ERP on SQL Server. */
export const bareMssql = {
  name: 'bare-mssql',
  about: 'node:http, mssql, JSON.stringify; in the scenario mssql only',
  async start(world) {
    const server = await startServer(SERVER, { env: { ...settingsOf(world), ...world.erp.settings } });
    return {
      ...server,
      path: '/inventory',
      toJson: (_kind, variables) => JSON.stringify(variables),
      read: { directed: ({ nodes, pageInfo }) => ({ ...pageInfo, nodes }) },
      headers: {},
    };
  },
};
