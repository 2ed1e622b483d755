import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AddConnoteNoteDocument,
  ConnoteFilesDocument,
  RecordAttemptDocument,
} from '../../../schema/operations.generated.js';
import { type As, type Connotes, refusal, startFreight } from '../../support/connotes.js';
import { codesOf, pathsOf, TIME_ZONE } from '../../support/quotes.js';
import { readPdf } from '../../support/read-pdf.js';
import { rest } from '../../support/rest.js';
import type { TestApp } from '../../support/start-app.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
let app: TestApp;
let connotes: Connotes;
let driver1: string;
let driver2: { token: string };

beforeAll(async () => {
  ({ app, connotes, driver1, driver2 } = await startFreight());
});
afterAll(() => app.stop());

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

/** A connote in this status, of which everything happened so many hours ago. */
async function reachEarlier(status: 'ALLOCATED' | 'IN_TRANSIT', hours = 3) {
  const reached = await connotes.reach(status);
  await app.database("update connote_event set at = at - $2 * interval '1 hour' where connote_id = $1", [
    reached.id,
    hours,
  ]);
  return reached;
}

const note = (id: string, at: string | null, as: As) =>
  app.ask(AddConnoteNoteDocument, { id, note: 'Gate 4', at }, as);
const attempt = (id: string, at: string | null, as: As) =>
  app.ask(RecordAttemptDocument, { input: { id, reason: 'CLOSED', at } }, as);
const deliver = (id: string, at: string | null, as: As = 'driver1') =>
  connotes.move({ id, to: 'DELIVERED', at, proof: { receivedBy: 'Kim' } }, as);

describe('what a driver did without a network', () => {
  test('has the time at which it was done, wherever it is shown; the log has the time of its arrival, too', async () => {
    const { id } = await reachEarlier('ALLOCATED');
    const [pickedUp, tried, noted, delivered] = [120, 90, 80, 60].map((minutes) => ago(minutes * MINUTE_MS));
    const before = Date.now();
    const answers = [
      await connotes.move({ id, to: 'IN_TRANSIT', at: pickedUp ?? null }, 'driver1'),
      await attempt(id, tried ?? null, 'driver1'),
      await note(id, noted ?? null, 'driver1'),
      await deliver(id, delivered ?? null),
    ];
    expect(answers.flatMap(codesOf)).toEqual([]);
    const connote = await connotes.must(id, 'customer1');
    expect(connote.deliveredAt).toBe(delivered);
    const late = connote.events.slice(-4);
    expect(late.map(({ kind, at }) => [kind, at])).toEqual([
      ['STATUS', pickedUp],
      ['ATTEMPT', tried],
      ['NOTE', noted],
      ['STATUS', delivered],
    ]);
    for (const { recordedAt } of late) expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(before);
    const files = await app.ask(ConnoteFilesDocument, { id }, 'customer1');
    expect(files.data?.connote?.proofOfDelivery?.at).toBe(delivered);
    const trail = (await connotes.trail(id)).slice(-4);
    expect(trail.map(({ facts }) => facts['at'])).toEqual([pickedUp, tried, noted, delivered]);
    const tracked = await rest(app, 'GET', `/api${new URL(connote.trackingUrl).pathname}`, { as: null });
    expect(tracked.body).toMatchObject({ deliveredAt: delivered });
    expect((tracked.body['events'] as { at: string }[]).slice(-3).map(({ at }) => at)).toEqual([
      pickedUp,
      tried,
      delivered,
    ]);
    const { documentUrl } = files.data?.connote ?? {};
    const { pathname, search } = new URL(String(documentUrl));
    const paper = await fetch(app.url + pathname + search);
    const { pages } = await readPdf(Buffer.from(await paper.arrayBuffer()));
    const printed = new Intl.DateTimeFormat('en-AU', {
      ...{ timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    }).format(new Date(String(delivered)));
    expect(pages[0]?.text).toContain(printed);
  });

  test('stands in the history where it belongs, though the office wrote a note meanwhile', async () => {
    const { id } = await reachEarlier('IN_TRANSIT');
    await note(id, null, 'operations1');
    const at = ago(HOUR_MS);
    expect(codesOf(await deliver(id, at))).toEqual([]);
    const { events } = await connotes.must(id);
    expect(events.slice(-2).map((event) => [event.kind, event.at === at])).toEqual([
      ['STATUS', true],
      ['NOTE', false],
    ]);
  });

  test('is done now if the phone is a little ahead', async () => {
    const { id } = await reachEarlier('IN_TRANSIT');
    expect(codesOf(await deliver(id, ago(-30_000)))).toEqual([]);
    const { deliveredAt, events } = await connotes.must(id);
    expect(Date.parse(String(deliveredAt))).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(String(events.at(-1)?.recordedAt))).toBeGreaterThanOrEqual(
      Date.parse(String(deliveredAt)),
    );
  });

  test('is done right after the last step if the phone is a little behind', async () => {
    const { id } = await connotes.reach('IN_TRANSIT');
    const pickedUp = (await connotes.must(id)).events.at(-1)?.at;
    const at = new Date(Date.parse(String(pickedUp)) - 50_000).toISOString();
    expect([await attempt(id, at, 'driver1'), await deliver(id, at)].flatMap(codesOf)).toEqual([]);
    const { deliveredAt, events } = await connotes.must(id);
    expect([events.at(-2)?.at, deliveredAt]).toEqual([pickedUp, pickedUp]);
    expect(events.slice(-3).map(({ kind }) => kind)).toEqual(['STATUS', 'ATTEMPT', 'STATUS']);
  });

  test.each([
    ['in the future', () => ago(-5 * MINUTE_MS), /wanted a time that has passed/],
    ['more than 7 days ago', () => ago(8 * 24 * HOUR_MS), /wanted a time within 7 days/],
    [
      'before the last step',
      () => ago(4 * HOUR_MS),
      /or later, because that is when CN-\d+ took its last step/,
    ],
  ])('%s is refused at its time, and can be sent again without it', async (_when, at, message) => {
    const { id } = await reachEarlier('IN_TRANSIT');
    const before = await connotes.must(id);
    const refused = [
      [await deliver(id, at()), 'input.at'],
      [await attempt(id, at(), 'driver1'), 'input.at'],
      [await note(id, at(), 'driver1'), 'at'],
    ] as const;
    for (const [answer, path] of refused) {
      expect(pathsOf(answer)).toEqual([path]);
      expect(refusal(answer)).toEqual([['BAD_USER_INPUT', expect.stringMatching(message)]]);
    }
    expect(await connotes.must(id)).toEqual(before);
    expect(codesOf(await deliver(id, null))).toEqual([]);
  });
});

test('a time is for what is done on the road, by the driver who has the connote or staff', async () => {
  const { id } = await reachEarlier('IN_TRANSIT');
  const at = ago(HOUR_MS);
  expect(codesOf(await note(id, at, 'warehouse1'))).toEqual(['FORBIDDEN']);
  expect(codesOf(await note(id, null, 'warehouse1'))).toEqual([]);
  for (const as of ['customer1', driver2] as const) {
    const codes = [as === 'customer1' ? 'FORBIDDEN' : 'NOT_FOUND'];
    expect(codesOf(await note(id, at, as))).toEqual(codes);
    expect(codesOf(await attempt(id, at, as))).toEqual(codes);
    expect(codesOf(await deliver(id, at, as))).toEqual(codes);
  }
  for (const as of ['operations1', 'admin1'] as const) {
    expect(codesOf(await attempt(id, at, as))).toEqual([]);
    expect(codesOf(await note(id, at, as))).toEqual([]);
    expect(codesOf(await deliver(id, at, as))).toEqual(['FORBIDDEN']);
  }
  const pending = await connotes.reach('PENDING');
  const confirmed = await connotes.move({ id: pending.id, to: 'CANCELLED', at }, 'operations1');
  expect([codesOf(confirmed), pathsOf(confirmed)]).toEqual([['BAD_USER_INPUT'], ['input.at']]);
  const { events } = await connotes.must(id);
  expect(events.filter((event) => event.at === at).map(({ kind }) => kind)).toEqual([
    'ATTEMPT',
    'NOTE',
    'ATTEMPT',
    'NOTE',
  ]);
});

test('steps stand in the order in which they were taken, though the clock of another instance is ahead', async () => {
  const { id } = await connotes.reach('PENDING');
  const [booked] = await app.database(
    "update connote_event set at = at + interval '5 seconds' where connote_id = $1 returning at",
    [id],
  );
  await connotes.price(id);
  const answers = [
    await connotes.move({ id, to: 'CONFIRMED' }, 'operations1'),
    await connotes.move({ id, to: 'ALLOCATED', driverId: driver1 }, 'operations1'),
    await connotes.move({ id, to: 'IN_TRANSIT' }, 'driver1'),
    await attempt(id, null, 'driver1'),
    await deliver(id, null),
  ];
  expect(answers.flatMap(codesOf)).toEqual([]);
  const { events, trackingUrl, deliveredAt } = await connotes.must(id);
  expect(events.map(({ kind, to }) => (kind === 'STATUS' ? to : kind))).toEqual([
    ...['PENDING', 'PRICE', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'ATTEMPT', 'DELIVERED'],
  ]);
  expect(Date.parse(String(deliveredAt))).toBeGreaterThanOrEqual(Date.parse(String(booked?.['at'])));
  for (const { at, recordedAt } of events.slice(1)) expect(recordedAt).toBe(at);
  const tracked = await rest(app, 'GET', `/api${new URL(trackingUrl).pathname}`, { as: null });
  expect((tracked.body['events'] as { status: string }[]).map(({ status }) => status)).toEqual([
    ...['PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'ATTEMPTED', 'DELIVERED'],
  ]);
});
