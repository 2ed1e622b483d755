import { sendOnce } from '../compare/connection.mjs';
import { queryOnce } from '../compare/databases.mjs';
import { checked } from '../compare/questions.mjs';
import { inRounds } from '../compare/rounds.mjs';
import { LIST_SQL } from '../compare/stock.mjs';

const ROWS = 1_000_000;
const PAGE = 50;
/** How many pages after one another are asked for, as distinct questions. */
const PAGES = 24;
const LARGEST_PAGE = 500;
const DEPTHS = { near: 1, deep: 2_000 };

/** The cursor after so many rows. Where it is not made of their number, the list is read up to there. */
const CURSORS = {
  usual: (_server, rows) => Buffer.from(`offset:${rows}`).toString('base64'),
  mercurius: (_server, rows) => String(rows),
  portico: walkTo,
};

async function walkTo(server, rows) {
  const url = new URL(server.path, server.url);
  let after = null;
  for (let left = rows; left > 0; left -= LARGEST_PAGE) {
    const json = server.toJson('cursor', { first: Math.min(LARGEST_PAGE, left), after });
    const { body } = await sendOnce(url, server.headers, json);
    after = JSON.parse(body.toString()).data.inventory.pageInfo.endCursor;
  }
  return after;
}

/** The pages from one on, each asked with the cursor that the one before ended with. */
async function questionsFrom(server, erp, firstPage) {
  let after = firstPage === 1 ? null : await CURSORS[server.name](server, (firstPage - 1) * PAGE);
  const questions = [];
  for (let page = firstPage; page < firstPage + PAGES; page += 1) {
    const rows = await queryOnce(erp.url, LIST_SQL, [PAGE, (page - 1) * PAGE]);
    const expected = { hasNextPage: rows.length > PAGE, nodes: rows.slice(0, PAGE) };
    const question = { kind: 'list', variables: { first: PAGE, after }, expected };
    questions.push(question);
    after = await endCursorOf(server, question);
  }
  return questions;
}

async function endCursorOf(server, { kind, variables }) {
  const url = new URL(server.path, server.url);
  const { body } = await sendOnce(url, server.headers, server.toJson(kind, variables));
  return server.read.list(JSON.parse(body.toString())).endCursor;
}

export const deep = {
  name: 'deep',
  about: `pages from the first, and from page ${DEPTHS.deep.toLocaleString('en')}, of a million rows by part number`,
  peers: ['portico', 'usual', 'mercurius'],
  async run(bench) {
    const erp = await bench.databases.erp(ROWS);
    return bench.withPeers(this.peers, erp, async (servers) => {
      const subjects = [];
      for (const server of servers) {
        for (const [depth, firstPage] of Object.entries(DEPTHS)) {
          const questions = await questionsFrom(server, erp, firstPage);
          const { measure } = await bench.underLoad(server, await checked(server, questions));
          subjects.push({ name: `${server.name}, ${depth}`, measure });
        }
      }
      const measured = await inRounds(subjects, bench);
      return servers.map(({ name }) => ({
        title: `${this.name}: ${name}, pages from ${Object.values(DEPTHS).join(' and from ')}`,
        base: `${name}, near`,
        subjects: measured.filter((subject) => subject.name.startsWith(`${name}, `)),
      }));
    });
  },
};
