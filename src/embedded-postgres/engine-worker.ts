import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineOptions, FromEngine, ToEngine } from './engine-messages.js';
import { SessionMultiplexer } from './session-multiplexer.js';

/** The worker thread that an embedded engine lives in: its WebAssembly never runs on the service's own thread. */
async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('engine-worker runs as a worker thread only');
  const options = workerData as EngineOptions;
  const say = (message: FromEngine) => port.postMessage(message);

  const engine = await PGlite.create({
    ...(options.dataDir && { dataDir: options.dataDir }),
    ...(options.snapshot && { loadDataDir: new Blob([options.snapshot]) }),
  });
  const sessions = new SessionMultiplexer(
    (message, onRawData) => engine.execProtocolRawStream(message, { onRawData }),
    (connection, data) => say({ type: 'data', connection, data: data.slice() }),
    { lockTimeoutMs: options.lockTimeoutMs },
  );
  port.on('message', async (message: ToEngine) => {
    if (message.type === 'data') sessions.receive(message.connection, message.data);
    else if (message.type === 'end') sessions.close(message.connection);
    else if (message.type === 'dump') {
      const snapshot = await engine.dumpDataDir('none');
      say({ type: 'dumped', snapshot: new Uint8Array(await snapshot.arrayBuffer()) });
    } else {
      await engine.close();
      say({ type: 'closed' });
      port.close();
    }
  });
  say({ type: 'ready' });
}

await main();
