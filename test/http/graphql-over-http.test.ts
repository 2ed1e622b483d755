import { readFileSync } from 'node:fs';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/start-app.js';

/** What Apollo Server does otherwise, as docs/graphql-over-http.md says. */
const EXCEPTIONS = ['572B', 'FDE2', '7B9B'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** As a client does that may use GET: with the header that other sites' forms and links can't send. */
const asClient = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } });

describe('any client that keeps to GraphQL over HTTP is understood', () => {
  const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: asClient });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s: %s',
    async (id, _name, audit) => {
      const { status } = await audit.fn();
      expect(status).toBe(EXCEPTIONS.includes(id) ? 'warn' : 'ok');
    },
  );

  test('each exception is an audit, and the manual lists the same', () => {
    const manual = readFileSync(new URL('../../docs/graphql-over-http.md', import.meta.url), 'utf8');
    const listed = [...manual.matchAll(/^\| `(\w{4})` \| ((?:MUST|SHOULD) .+?) \|/gm)].map(([, id, name]) => [
      id,
      name,
    ]);
    const named = audits.filter(({ id }) => EXCEPTIONS.includes(id)).map(({ id, name }) => [id, name]);
    expect(listed).toEqual(named);
    expect(named).toHaveLength(EXCEPTIONS.length);
  });
});
