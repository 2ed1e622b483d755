import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuditEntriesDocument,
  type AuditEntriesQuery,
  type AuditFilter,
  TrailsOfPortalUsersDocument,
} from '../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

type Entry = AuditEntriesQuery['auditEntries']['nodes'][number];

const DAY = Date.parse('2026-03-01T00:00:00Z');
const ACTIONS = ['LOGIN_SUCCEEDED', 'PORTAL_USER_UPDATED', 'MAIL_RETRIED', 'LOGIN_FAILED'] as const;
const NO_ID = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let all: Entry[];
let ids: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp();
  const users = await app.database('select id, username from portal_user');
  ids = Object.fromEntries(users.map(({ username, id }) => [username, id])) as Record<string, string>;
  // Times run back within a batch as they do where transactions overlap.
  await app.database(
    `insert into audit_intake (at, action, actor_id, actor_name, target_type, target_id, target_label, changes, request_id)
     select $1::timestamptz + (n / 7 * 40 - n % 7) * interval '1 minute', ($2::text[])[1 + n % 4],
            case when n % 3 > 0 then ($3::uuid[])[1 + n % 3] end,
            case n % 3 when 0 then 'system' when 1 then 'Admin1' else 'customer1' end,
            case when n % 5 > 0 then 'PORTAL_USER' when n % 2 > 0 then 'MAIL' end,
            case when n % 5 > 0 then ($3::uuid[])[1 + n % 2]::text when n % 2 > 0 then 'mail-' || n end,
            case when n % 5 > 0 then 'Mail' || n % 4 || '@Demo.Example' end,
            jsonb_build_array(jsonb_build_object('field', 'n', 'before', null, 'after', n)), 'request-' || n
     from generate_series(1, 140) n`,
    [new Date(DAY), ACTIONS, [ids['admin1'], ids['customer1'], NO_ID]],
  );
  all = (await walk({}, 500, false)) as Entry[];
});
afterAll(() => app.stop());

async function walk(filter: AuditFilter, size: number, backwards: boolean): Promise<Entry[]> {
  const pages: Entry[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { data, errors } = await app.ask(AuditEntriesDocument, { filter, ...page }, 'admin1');
    expect(errors).toEqual([]);
    if (!data) throw new Error('no data');
    const { nodes, pageInfo } = data.auditEntries;
    pages[backwards ? 'unshift' : 'push'](nodes);
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return pages.flat();
    cursor = (backwards ? pageInfo.startCursor : pageInfo.endCursor) as string;
  }
}

const same = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase();

function matches(
  entry: Entry,
  { actor, actions, outcome, targetType, targetId, target, from, to }: AuditFilter,
): boolean {
  return (
    (actor == null || same(entry.actorName, actor) || entry.actor?.id === actor) &&
    (actions == null || actions.includes(entry.action)) &&
    (outcome == null || entry.outcome === outcome) &&
    (targetType == null || entry.targetType === targetType) &&
    (targetId == null || entry.targetId === targetId) &&
    (target == null || same(entry.targetId, target) || same(entry.targetLabel, target)) &&
    (from == null || entry.at >= from) &&
    (to == null || entry.at < to)
  );
}

const time = fc
  .integer({ min: -60, max: 900 })
  .map((minute) => new Date(DAY + minute * 60_000).toISOString());

test('every page of the log is the unpaged truth, newest first, under any filter, from either end', async () => {
  expect(all.length).toBeGreaterThan(140);
  expect(all.map((entry) => entry.sequence)).toEqual(all.map((_, index) => all.length - index));
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          actor: fc.constantFrom('ADMIN1', 'system', 'nobody', ids['customer1']),
          actions: fc.subarray([...ACTIONS]),
          outcome: fc.constantFrom('ALLOWED', 'DENIED'),
          targetType: fc.constantFrom('PORTAL_USER', 'MAIL', 'QUOTE'),
          targetId: fc.constantFrom(ids['admin1'], 'mail-5', "' or true"),
          target: fc.constantFrom('mail1@demo.example', ids['customer1'], 'mail-15', '%'),
          from: time,
          to: time,
        },
        { requiredKeys: [] },
      ) as fc.Arbitrary<AuditFilter>,
      fc.constantFrom(3, 40),
      fc.boolean(),
      async (filter, size, backwards) => {
        const expected = all.filter((entry) => matches(entry, filter));
        expect(await walk(filter, size, backwards)).toEqual(expected);
        const { data } = await app.ask(AuditEntriesDocument, { filter, first: 1 }, 'admin1');
        expect(data?.auditEntries.totalCount).toBe(expected.length);
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

test('an entry says who acted, as they were then and as they are today, on what, from where', async () => {
  const of = (n: number) => all.find((entry) => entry.requestId === `request-${n}`);
  expect(of(1)).toMatchObject({
    action: 'PORTAL_USER_UPDATED',
    actor: { username: 'customer1' },
    actorName: 'Admin1',
    targetType: 'PORTAL_USER',
    targetId: ids['customer1'],
    targetLabel: 'Mail1@Demo.Example',
    changes: [{ field: 'n', before: null, after: 1 }],
    requestId: 'request-1',
  });
  expect(of(2)).toMatchObject({ actor: null, actorName: 'customer1' });
  expect(of(3)).toMatchObject({ actor: null, actorName: 'system' });
  expect(of(10)).toMatchObject({ targetType: null, targetId: null, targetLabel: null });
});

describe('a page that cannot be is refused by its argument', () => {
  test.each([
    ['after', { after: 'Zm9v' }],
    ['first', { first: 501 }],
    ['filter.actor', { filter: { actor: 'a\0b' } }],
    ['filter.target', { filter: { target: 'x'.repeat(201) } }],
  ])('%s', async (path, variables) => {
    const { errors } = await app.ask(AuditEntriesDocument, variables, 'admin1');
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  test("a cursor of one login's trail, for another's", async () => {
    const trail =
      'query ($id: ID!, $after: String) { portalUser(id: $id) { auditEntries(first: 2, after: $after) { nodes { sequence } pageInfo { endCursor } } } }';
    type Trail = {
      portalUser: { auditEntries: { nodes: { sequence: number }[]; pageInfo: { endCursor: string } } };
    };
    const ask = (user: string, after: string | null) =>
      app.ask<Trail, object>(trail, { id: ids[user], after }, 'admin1');
    const first = (await ask('customer1', null)).data?.portalUser.auditEntries;
    const expected = all
      .filter(({ actor, targetId }) => actor?.id === ids['customer1'] || targetId === ids['customer1'])
      .map((entry) => entry.sequence);
    expect(first?.nodes.map((node) => node.sequence)).toEqual(expected.slice(0, 2));
    const { endCursor = '' } = first?.pageInfo ?? {};
    const second = (await ask('customer1', endCursor)).data?.portalUser.auditEntries;
    expect(second?.nodes.map((node) => node.sequence)).toEqual(expected.slice(2, 4));
    const { errors } = await ask('admin1', endCursor);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] });
  });
});

test('the trails of two hundred logins cost as many queries as that of one', async () => {
  await app.database(
    `insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
     select 'many' || n, 'many' || n, 'many' || n || '@demo.example', 'many' || n || '@demo.example', 2, 'x' from generate_series(1, 200) n`,
  );
  await app.database(
    `insert into audit_intake (action, actor_id, actor_name, target_type, target_id, target_label, changes)
     select 'PORTAL_USER_UPDATED', case when n % 2 > 0 then u.id end, 'x', 'PORTAL_USER', u.id::text, u.email, '[]'
     from portal_user u, generate_series(1, 4) n where u.username like 'many%'`,
  );
  const costs: number[] = [];
  for (const first of [1, 200]) {
    app.clear();
    const { data, errors } = await app.ask(TrailsOfPortalUsersDocument, { first, entries: 3 }, 'admin1');
    expect(errors).toEqual([]);
    costs.push(app.databaseQueries.length);
    const trails = data?.portalUsers.nodes ?? [];
    expect(trails).toHaveLength(first);
    for (const { username, auditEntries } of trails.filter((user) => user.username.startsWith('many'))) {
      const { nodes, totalCount, pageInfo } = auditEntries;
      expect({ username, entries: nodes.length, totalCount, more: pageInfo.hasNextPage }).toEqual({
        username,
        entries: 3,
        totalCount: 4,
        more: true,
      });
    }
  }
  // The session, the logins, their pages, their totals.
  expect(costs).toEqual([4, 4]);
});

test('a trail can be filtered, and tells what somebody did and what was done to them', async () => {
  const filter = { actions: ['MAIL_RETRIED' as const], to: new Date(DAY + 300 * 60_000).toISOString() };
  const { data, errors } = await app.ask(TrailsOfPortalUsersDocument, { filter, entries: 200 }, 'admin1');
  expect(errors).toEqual([]);
  const admin = data?.portalUsers.nodes.find((user) => user.username === 'admin1');
  expect(admin?.auditEntries.totalCount).toBeGreaterThan(0);
  for (const { id, auditEntries } of data?.portalUsers.nodes ?? []) {
    const expected = all.filter(
      (entry) => matches(entry, filter) && (entry.actor?.id === id || entry.targetId === id),
    );
    expect(auditEntries.nodes.map((entry) => entry.sequence)).toEqual(
      expected.map((entry) => entry.sequence),
    );
    expect(auditEntries.totalCount).toBe(expected.length);
  }
});

describe('a time that does not exist is refused, wherever a time is read, and named', () => {
  const FIELDS = [
    ['query ($at: DateTime) { auditEntries(filter: { from: $at }) { totalCount } }', 'at'],
    ['query ($filter: AuditFilter) { auditEntries(filter: $filter) { totalCount } }', 'filter.to'],
    [
      'query ($filter: PortalUserFilter) { portalUsers(filter: $filter) { totalCount } }',
      'filter.lastLoginBefore',
    ],
    ['mutation ($at: DateTime!) { deactivateDormantPortalUsers(lastLoginBefore: $at) }', 'at'],
  ] as const;
  const NONE = [
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-28T24:00:00Z',
    '2016-12-31T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    '+275760-09-13T00:00:00Z',
    '2026-02-28',
    1_772_236_800_000,
  ];

  test.each(FIELDS)('%s', async (document, path) => {
    const active = () => app.database('select count(*) from portal_user where active');
    const before = await active();
    for (const time of NONE) {
      const [name, field] = path.split('.') as [string, string?];
      const { errors, data } = await app.ask(
        document,
        { [name]: field === undefined ? time : { [field]: time } },
        'admin1',
      );
      const message = 'found something else; wanted a time such as 2026-11-30T10:15:00Z that exists';
      expect(data).toBeFalsy();
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        {
          code: 'BAD_USER_INPUT',
          fields: [{ path, message, reason: 'INVALID_FORMAT', params: { format: 'time' } }],
        },
      ]);
      const literal = JSON.stringify(time);
      const inline = document
        .replace(/\(\$.*?\) /, '')
        .replace('$at', literal)
        .replace('$filter', `{ ${field}: ${literal} }`);
      const written = await app.ask<unknown, object>(inline, {}, 'admin1');
      expect(written.errors).toMatchObject([
        { message, locations: [{ line: 1 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      ]);
    }
    expect(await active()).toEqual(before);
  });
});
