import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.mjs';
import { cpuMsOf } from './cpu.mjs';

/** How many connections send at a time, if a scenario doesn't say otherwise. */
export const CONNECTIONS = 8;

/**
 * Sends requests for a while and measures a window after a warm-up. Each connection has questions of its own, which it asks
 * in turn, so that no two connections ask the same at the same time. A body that is not the checked one fails the run.
 *
 * @param questions each with its bytes, and the body that it must get or what accepts it
 * @param pids of the server and of the database; null if that is not counted
 * @returns {Promise<{ rate: number, cpu: number, server: number, database: number }>} requests a second, ms per request
 */
export async function measureLoad(
  { url, questions, pids, connections = CONNECTIONS },
  { windowMs, warmUpMs },
) {
  const state = { count: 0, running: true };
  const open = Array.from({ length: Math.min(connections, questions.length) }, () => new Connection(url));
  await Promise.all(open.map((connection) => connection.opened()));
  const work = Promise.all(
    open.map((connection, index) =>
      keepAsking(
        connection,
        questions.filter((_, place) => place % open.length === index),
        state,
      ),
    ),
  );
  // Noticed at once, and not only when the window is over.
  const failed = work.then(() => Promise.race([]));
  try {
    await Promise.race([sleep(warmUpMs), failed]);
    const measured = startWindow(pids, state);
    await Promise.race([sleep(windowMs), failed]);
    const figures = measured();
    state.running = false;
    await work;
    return figures;
  } finally {
    state.running = false;
    for (const connection of open) connection.close();
  }
}

/** Sends requests until the code that answers them is compiled, as it is in a server that has run for a while. */
export function heatUp(load, { heatUpMs }) {
  return measureLoad(load, { windowMs: heatUpMs, warmUpMs: 0 });
}

function startWindow({ server, database }, state) {
  const read = () => ({
    at: performance.now(),
    count: state.count,
    server: cpuMsOf(server),
    database: database === null ? 0 : cpuMsOf(database),
  });
  const before = read();
  return () => {
    const after = read();
    const requests = after.count - before.count;
    if (requests === 0) throw new Error('no request was answered within the window');
    const perRequest = (name) => (after[name] - before[name]) / requests;
    return {
      rate: (requests * 1_000) / (after.at - before.at),
      cpu: perRequest('server') + perRequest('database'),
      server: perRequest('server'),
      database: perRequest('database'),
    };
  };
}

async function keepAsking(connection, questions, state) {
  for (let turn = 0; state.running; turn += 1) {
    const question = questions[turn % questions.length];
    const { status, body } = await connection.send(question.bytes);
    const right = question.body ? body.equals(question.body) : question.accepts(body);
    if (status !== 200 || !right) {
      throw new Error(
        `an answer of status ${status} differs from the checked one:\n${body.toString().slice(0, 500)}`,
      );
    }
    state.count += 1;
  }
}
