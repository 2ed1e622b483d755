import { USUAL_ROWS } from '../compare/databases.mjs';
import { checked, pageQuestions } from '../compare/questions.mjs';
import { inRounds } from '../compare/rounds.mjs';
import { openViewers } from '../compare/viewers.mjs';

const SIZES = [1_000, 100_000, 1_000_000];
const VIEWERS = 500;
/** The smallest stock has as many rows of each customer, and one more. */
const PAGE = 20;
const PEERS = ['portico', 'usual'];

const about = `a page of ${PAGE} rows, as the rows and the viewers become more`;

async function byRows(bench) {
  const tables = PEERS.map((name) => ({
    title: `growth: ${name}, rows in the ERP`,
    base: `${SIZES[0]} rows`,
    subjects: [],
  }));
  for (const size of SIZES) {
    const erp = await bench.databases.erp(size);
    const questions = await pageQuestions(erp.url, { first: PAGE });
    await bench.withPeers(PEERS, erp, async (servers) => {
      const subjects = await bench.measureAll(servers, (server) => checked(server, questions));
      for (const { name, samples } of subjects) {
        tables[PEERS.indexOf(name)].subjects.push({ name: `${size} rows`, samples });
      }
    });
  }
  return tables.filter(({ subjects }) => subjects.length > 0);
}

/** Number n asks for the stock of customer n, counted around: the questions are the same, whoever asks them. */
async function byViewers(bench) {
  const erp = await bench.databases.erp(USUAL_ROWS);
  const viewers = await openViewers(bench.worldOf(erp), {
    count: VIEWERS,
    sameScope: false,
  });
  const questions = await pageQuestions(erp.url, { first: PAGE });
  return bench.withPeers(PEERS, erp, async (servers) => {
    const tables = [];
    for (const server of servers) {
      const { measure } = await bench.underLoad(server, await checked(server, questions));
      const asked = Array.from({ length: VIEWERS }, (_, n) => ({
        ...questions[n % questions.length],
        headers: viewers[server.name][n],
      }));
      const many = await bench.underLoad(server, await checked(server, asked));
      const subjects = [
        { name: 'one viewer', measure },
        { ...many, name: `${VIEWERS} viewers` },
      ];
      tables.push({ title: `growth: ${server.name}, distinct viewers`, base: 'one viewer', subjects });
    }
    for (const table of tables) table.subjects = await inRounds(table.subjects, bench);
    return tables;
  });
}

export const growth = {
  name: 'growth',
  about,
  async run(bench) {
    return [...(await byRows(bench)), ...(await byViewers(bench))];
  },
};
