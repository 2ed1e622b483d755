import type { ErpServer } from '../../../src/erp/erp.js';
import { LOGIN, type TdsServer } from './tds-server.js';

/** How an adapter reaches a server of ours. */
export function serverOf(server: TdsServer): ErpServer {
  return {
    kind: 'mssql',
    host: '127.0.0.1',
    port: server.port,
    instance: undefined,
    database: LOGIN.database,
    user: LOGIN.user,
    password: LOGIN.password,
    encrypt: false,
    trustServerCertificate: false,
    readOnlyIntent: true,
    poolMax: 1,
  };
}
