import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMsOf } from '../compare/cpu.mjs';
import { USUAL_ROWS } from '../compare/databases.mjs';
import { inRounds } from '../compare/rounds.mjs';

async function ready(url) {
  while ((await fetch(new URL('/readyz', url))).status !== 200) await sleep(5);
}

/** From the start of the process until it says that it is ready. Signing in comes later. */
async function measureStart(peer, world) {
  const began = performance.now();
  const server = await peer.spawn(world);
  await ready(server.url);
  const seconds = (performance.now() - began) / 1_000;
  const cpuSeconds = cpuMsOf(server.pid) / 1_000;
  await server.end();
  return { seconds, cpuSeconds };
}

export const start = {
  name: 'start',
  about: 'from the start of the process until it is ready, on databases that are there',
  peers: ['portico', 'usual'],
  async run(bench) {
    const erp = await bench.databases.erp(USUAL_ROWS);
    const subjects = bench.peersOf(this.peers).map((peer) => ({
      name: peer.name,
      measure: () => measureStart(peer, bench.worldOf(erp)),
    }));
    for (const { measure } of subjects) await measure();
    return [
      { title: `${this.name}: ${this.about}`, base: 'portico', subjects: await inRounds(subjects, bench) },
    ];
  },
};
