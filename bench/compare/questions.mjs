import { deepStrictEqual } from 'node:assert/strict';
import { sendOnce, toBytes } from './connection.mjs';
import { queryOnce } from './databases.mjs';
import { CUSTOMERS, PAGE_SQL } from './stock.mjs';

/** What a page of each customer must have, as the database itself says. */
export async function pageQuestions(erpUrl, { first, skip = 0 }) {
  return Promise.all(
    CUSTOMERS.map(async (customer) => {
      const rows = await queryOnce(erpUrl, PAGE_SQL, [customer, first, skip]);
      return {
        kind: 'page',
        variables: { customers: [customer], first },
        expected: { hasNextPage: rows.length > first, nodes: rows.slice(0, first) },
      };
    }),
  );
}

/**
 * Asks a server each question once, and compares what it answers with what the database holds. From then on, the body must
 * stay the same, byte by byte.
 */
export async function checked(server, questions) {
  const url = new URL(server.path, server.url);
  const result = [];
  for (const { kind, variables, expected, headers = server.headers } of questions) {
    const json = server.toJson(kind, variables);
    const { status, body } = await sendOnce(url, headers, json);
    compare(server.read[kind], { status, body, expected });
    result.push({ bytes: toBytes(url, headers, json), body: Buffer.from(body) });
  }
  return { url, questions: result };
}

function compare(read, { status, body, expected }) {
  const text = body.toString();
  const about = `status ${status}: ${text.slice(0, 2_000)}`;
  const { endCursor, ...found } = read(parse(text, about));
  // A cursor means something only to who made it.
  if (expected.hasNextPage && typeof endCursor !== 'string') throw new Error(`no cursor; ${about}`);
  deepStrictEqual(found, expected);
}

function parse(text, about) {
  const parsed = JSON.parse(text);
  if (parsed.errors) throw new Error(about);
  return parsed;
}
