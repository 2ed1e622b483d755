import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MailCountsDocument,
  type MailFilter,
  MailsDocument,
  RetryMailDocument,
} from '../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
let app: TestApp;
let ids: string[];
beforeAll(async () => {
  app = await startTestApp();
  // Of an evening long ago, so that no job is waiting for any of them; several in the same moment.
  const rows = await app.database(
    `insert into mail (recipient, recipient_key, template, subject, status, payload, last_error, attempts, created_at)
     select case when n % 2 = 0 then 'Ada@Example.com' else 'bob@example.com' end,
            case when n % 2 = 0 then 'ada@example.com' else 'bob@example.com' end, 'PASSWORD_RESET', 'Mail ' || n,
            case n % 3 when 0 then 'SENT' else 'DEAD' end,
            case when n % 3 = 1 then '\\x00'::bytea end, 'because ' || n, 13,
            timestamptz '2026-01-01' + (n / 3) * interval '1 second'
     from generate_series(1, 23) n returning id, created_at`,
  );
  ids = rows
    .sort(
      (a, b) =>
        Number(b['created_at']) - Number(a['created_at']) || (String(a['id']) < String(b['id']) ? 1 : -1),
    )
    .map(({ id }) => String(id));
});
afterAll(() => app.stop());

async function walk(filter: MailFilter | null, size: number, backwards: boolean): Promise<string[]> {
  const pages: string[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { data, errors } = await app.ask(MailsDocument, { filter, ...page }, 'admin1');
    expect(errors).toEqual([]);
    if (!data) throw new Error('no data');
    const { nodes, pageInfo } = data.mails;
    pages[backwards ? 'unshift' : 'push'](nodes.map(({ id }) => id));
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return pages.flat();
    cursor = (backwards ? pageInfo.startCursor : pageInfo.endCursor) as string;
  }
}

describe('an admin who looks through the outbox', () => {
  test.each([false, true])('meets every mail once, newest first; backwards: %s', async (backwards) => {
    expect(await walk(null, 4, backwards)).toEqual(ids);
  });

  test('sees how many have each status, and nobody else does', async () => {
    const { data } = await app.ask(MailCountsDocument, {}, 'admin1');
    expect(data?.mailCounts).toEqual([
      { status: 'SENT', count: 7 },
      { status: 'DEAD', count: 16 },
    ]);
    const { errors } = await app.ask(MailCountsDocument, {}, 'operations1');
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('finds those of a state, and those to an address however it is written', async () => {
    const { data } = await app.ask(
      MailsDocument,
      { filter: { status: ['SENT'], to: 'ada@EXAMPLE.com' } },
      'admin1',
    );
    expect(data?.mails.totalCount).toBe(3);
    for (const { status, to } of data?.mails.nodes ?? []) {
      expect({ status, to }).toEqual({ status: 'SENT', to: 'Ada@Example.com' });
    }
    const none = await app.ask(MailsDocument, { filter: { status: [] } }, 'admin1');
    expect(none.data?.mails).toMatchObject({ nodes: [], totalCount: 0 });
  });

  test('is told what is wrong with what was asked', async () => {
    const nul = await app.ask(MailsDocument, { filter: { to: 'a\0' } }, 'admin1');
    expect(nul.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const foreign = await app.ask(MailsDocument, { after: 'bm90LW91cnM' }, 'admin1');
    expect(foreign.errors[0]?.extensions.fields?.[0]?.path).toBe('after');
  });

  test('is never shown what a mail was filled in with', async () => {
    const { errors } = await app.ask('{ mails { nodes { payload body data } } }', {}, 'admin1');
    expect(errors.map(({ message }) => message).join()).toMatch(/payload.*body.*data/);
  });
});

test('nobody but an admin sees the outbox or touches it', async () => {
  for (const user of ['operations1', 'customer1', 'driver1', 'warehouse1'] as const) {
    expect((await app.ask(MailsDocument, {}, user)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await app.ask(RetryMailDocument, { id: ids[0] ?? '' }, user)).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  }
});

describe('a retry', () => {
  const retry = async (id: string) => (await app.ask(RetryMailDocument, { id }, 'admin1')).errors[0];
  const idOf = async (condition: string) => {
    const [row] = await app.database(`select id from mail where ${condition} limit 1`);
    return String(row?.['id']);
  };

  test('of a mail that there is not says so', async () => {
    expect(await retry(NOWHERE)).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await retry('1')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('of a mail that has lost its content says so', async () => {
    expect(await retry(await idOf("status = 'DEAD' and payload is null"))).toMatchObject({
      message: 'What this mail was filled in with has been erased; have a new one sent.',
      extensions: { code: 'CONFLICT' },
    });
  });

  test('of a mail whose content no key opens any more ends with the reason', async () => {
    const id = await idOf("status = 'DEAD' and payload is not null");
    expect(await retry(id)).toBeUndefined();
    const [, ...others] = await Promise.all([1, 2, 3].map(() => retry(id)));
    expect(others.every((error) => error === undefined || error.extensions.code === 'CONFLICT')).toBe(true);
    await until(async () => (await idOf(`id = '${id}' and status = 'DEAD'`)) === id);
    const [row] = await app.database('select last_error from mail where id = $1', [id]);
    expect(row?.['last_error']).toMatch(/can no longer be read: SECRET_KEY has been replaced/);
  });
});

test('what was given up a week ago is erased, and what lost its job gets another', async () => {
  await app.database(
    `insert into mail (recipient, recipient_key, template, subject, status, payload, due_at) values
       ('old@example.com', 'old@example.com', 'WELCOME', 'Old', 'DEAD', '\\x00', now() - interval '8 days'),
       ('new@example.com', 'new@example.com', 'WELCOME', 'New', 'DEAD', '\\x00', now() - interval '6 days'),
       ('lost@example.com', 'lost@example.com', 'WELCOME', 'Lost', 'QUEUED', '\\x00', now() - interval '2 hours')
`,
  );
  const sibling = await app.sibling();
  // Worked on, and found to be unreadable.
  await until(async () => {
    const lost = await app.database("select 1 from mail where recipient like 'lost@%' and status = 'DEAD'");
    return lost.length === 1;
  });
  const kept = await app.database(
    "select recipient from mail where subject in ('Old', 'New') and payload is not null",
  );
  expect(kept).toEqual([{ recipient: 'new@example.com' }]);
  await sibling.stop();
});
