import { Connection, toBytes } from '../compare/connection.mjs';
import { cpuMsOf } from '../compare/cpu.mjs';
import { USUAL_ROWS } from '../compare/databases.mjs';
import { checked, pageQuestions } from '../compare/questions.mjs';
import { inRounds } from '../compare/rounds.mjs';
import { openViewers } from '../compare/viewers.mjs';
import { portico } from '../peers/portico.mjs';

const VIEWERS = 500;
const PAGE = 50;

/** The requests of all viewers, who ask the same. */
async function requestsOf(server, viewers, question) {
  const json = server.toJson(question.kind, question.variables);
  const headers = viewers[server.name] ?? Array.from({ length: VIEWERS }, () => server.headers);
  // Cursors belong to a scope, and the admin's is another.
  const { url, questions } = await checked(server, [{ ...question, headers: headers[0] }]);
  return { url, wanted: questions[0].body, requests: headers.map((own) => toBytes(url, own, json)) };
}

/** A connection for each viewer. Servers close them when they are idle for seconds. */
function openConnections({ url, requests }) {
  return Promise.all(
    requests.map(async (bytes) => {
      const connection = new Connection(url);
      await connection.opened();
      return { connection, bytes };
    }),
  );
}

async function burst(connections, wanted) {
  await Promise.all(
    connections.map(async ({ connection, bytes }) => {
      const { status, body } = await connection.send(bytes);
      if (status !== 200 || !body.equals(wanted))
        throw new Error(`status ${status}: ${body.toString().slice(0, 500)}`);
    }),
  );
}

async function measureBurst(server, crowd, databasePid) {
  const read = async () => ({
    at: performance.now(),
    server: cpuMsOf(server.pid),
    database: cpuMsOf(databasePid),
    queries: server.name === portico.name ? await portico.erpQueries(server) : Number.NaN,
  });
  const connections = await openConnections(crowd);
  const before = await read();
  await burst(connections, crowd.wanted);
  const after = await read();
  for (const { connection } of connections) connection.close();
  const perRequest = (name) => (after[name] - before[name]) / VIEWERS;
  return {
    rate: (VIEWERS * 1_000) / (after.at - before.at),
    cpu: perRequest('server') + perRequest('database'),
    server: perRequest('server'),
    database: perRequest('database'),
    // A peer asks once for each request.
    queries: server.name === portico.name ? perRequest('queries') : 1,
  };
}

export const identical = {
  name: 'identical',
  about: `${VIEWERS} viewers at once, each with a session and a connection, with the same question`,
  peers: ['portico', 'usual', 'mercurius', 'bare'],
  async run(bench) {
    const erp = await bench.databases.erp(USUAL_ROWS);
    const viewers = await openViewers(bench.worldOf(erp), { count: VIEWERS, sameScope: true });
    const [question] = await pageQuestions(erp.url, { first: PAGE });
    return bench.withPeers(this.peers, erp, async (servers) => {
      const subjects = [];
      for (const server of servers) {
        const crowd = await requestsOf(server, viewers, question);
        await measureBurst(server, crowd, bench.databases.pid);
        subjects.push({
          name: server.name,
          measure: () => measureBurst(server, crowd, bench.databases.pid),
        });
      }
      return [
        { title: `${this.name}: ${this.about}`, base: 'portico', subjects: await inRounds(subjects, bench) },
      ];
    });
  },
};
