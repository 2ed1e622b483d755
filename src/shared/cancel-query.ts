import pg from 'pg';

/** The driver's connection and client, with what their types leave out. */
type Wire = pg.Connection & {
  connect(portOrSocket: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
};
type Session = pg.Client & { processID: number | null; secretKey: number };

/** How long a server may take to accept the request. */
const TIMEOUT_MS = 1_000;

/**
 * Asks the server to cancel what a connection runs, by the protocol's own request (PostgreSQL documentation, "Canceling
 * Requests in Progress"). It names the connection by a secret, and a connection pooler passes it on to the server
 * process that works for that connection at the moment. The process's number in SQL would name another one there.
 *
 * @returns resolves once the server has accepted it, or could not; the connection must stay open until then
 */
export function cancelQuery(client: pg.PoolClient): Promise<void> {
  const { processID, secretKey, host, port, ssl } = client as pg.PoolClient & Session;
  if (processID === null) return Promise.resolve();
  return new Promise((resolve) => {
    const wire = new pg.Connection({ ssl }) as Wire;
    const timer = setTimeout(() => wire.stream.destroy(), TIMEOUT_MS).unref();
    const sendCancel = () => wire.cancel(processID, secretKey);
    wire.on('error', () => wire.stream.destroy());
    wire.once('connect', () => (ssl ? wire.requestSsl() : sendCancel()));
    wire.once('sslconnect', sendCancel);
    // The server answers by closing the connection.
    wire.once('end', () => {
      clearTimeout(timer);
      resolve();
    });
    if (host.startsWith('/')) wire.connect(`${host}/.s.PGSQL.${port}`);
    else wire.connect(port, host);
  });
}
