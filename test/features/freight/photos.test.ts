import { existsSync } from 'node:fs';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConnoteFilesDocument,
  DeleteConnotePhotoDocument,
  PortalDocument,
} from '../../../schema/operations.generated.js';
import { trailOf, trailWhere } from '../../support/audit-trail.js';
import { type As, type Deliveries, startDeliveries } from '../../support/deliveries.js';
import { blackPng, HIDDEN, photographed, picture } from '../../support/images.js';
import { connectRaw } from '../../support/raw-client.js';
import { rest } from '../../support/rest.js';
import type { TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const MAX_BYTES = 8 * 1024 * 1024;

let app: TestApp;
let deliveries: Deliveries;
let otherDriver: { token: string };
let jpeg: Buffer;

beforeAll(async () => {
  ({ app, deliveries, otherDriver } = await startDeliveries({ PHOTOS_ENABLED: 'true' }));
  jpeg = await picture().jpeg().toBuffer();
});
afterAll(() => app.stop());

describe('a photo', () => {
  test.each(['driver1', 'operations1', 'admin1'] as const)(
    'is taken from %s, and written down',
    async (as) => {
      const id = await deliveries.connote('ALLOCATED');
      const answer = await deliveries.send(id, await photographed(), {
        as,
        query: '?kind=DAMAGE&note=wet%20box',
      });
      expect(answer).toMatchObject({
        status: 201,
        body: { id: expect.any(String), kind: 'DAMAGE', width: 48, height: 64 },
      });
      expect(await trailOf(app, answer)).toMatchObject([
        {
          ...{ action: 'CONNOTE_NOTED', actor: as },
          facts: { photo: answer.body.id, kind: 'DAMAGE', note: 'wet box' },
        },
      ]);
      const { photos } = await deliveries.must(id, as);
      expect(photos).toMatchObject([
        {
          id: answer.body.id,
          kind: 'DAMAGE',
          note: 'wet box',
          by: { name: expect.any(String) },
          width: 48,
          height: 64,
        },
      ]);
    },
  );

  test('is served upright, as a JPEG, without the place and what else the camera wrote', async () => {
    const id = await deliveries.connote();
    const { body } = await deliveries.send(id, await photographed());
    for (const [address, longest] of [
      [body.url, 64],
      [body.thumbnailUrl, 64],
    ]) {
      const response = await deliveries.open(address);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'content-security-policy': expect.stringMatching(/sandbox$/),
        'content-disposition': expect.stringMatching(/^inline; filename=\S+\.jpg$/),
        // A portal at another origin shows it in an <img>.
        'cross-origin-resource-policy': 'cross-origin',
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.includes(HIDDEN)).toBe(false);
      const { format, height, exif, xmp } = await sharp(bytes).metadata();
      expect({ format, height, exif, xmp }).toEqual({
        format: 'jpeg',
        height: longest,
        exif: undefined,
        xmp: undefined,
      });
    }
  });

  test('is shown by pages of other origins by its signed address only, not by a token', async () => {
    const { body } = await deliveries.send(await deliveries.connote(), jpeg);
    const answer = await deliveries.open(body.url, await app.tokenOf('driver1'));
    expect([answer.status, answer.headers.get('cross-origin-resource-policy')]).toEqual([200, 'same-origin']);
  });

  test('by a signed address counts apart from other requests, five times as many', async () => {
    const limited = await app.sibling({ RATE_LIMIT_PER_USER: '2' });
    const { body } = await deliveries.send(await deliveries.connote(), jpeg, { as: 'admin1' });
    const { pathname, search } = new URL(body.thumbnailUrl);
    const open = async () => (await fetch(limited.url + pathname + search)).status;
    const opened = await Promise.all(Array.from({ length: 10 }, open));
    expect([...opened, await open()]).toEqual([...Array(10).fill(200), 429]);
    for (const status of [200, 200, 429]) {
      const token = await app.tokenOf('admin1');
      expect((await limited.ask('{ viewer { role } }', {}, { token })).status).toBe(status);
    }
    await limited.stop();
  });

  test.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    [
      'a script named .jpg',
      () => Buffer.from('#!/bin/sh\nrm -rf /\n'),
      /^body: found something else; wanted/,
    ],
    ['a page', () => Buffer.from('<script>alert(1)</script>'), /^body: found something else; wanted/],
    [
      'a bomb of 30,000 × 30,000 pixels',
      () => blackPng(30_000, 30_000),
      /30000 × 30000 pixels; wanted at most 50/,
    ],
    [
      'a bomb of five rows without end',
      () => blackPng(9_999_999, 5),
      /9999999 × 5 pixels; wanted at most 20000 on/,
    ],
    [
      'cut off',
      async () => (await picture(300, 200).png().toBuffer()).subarray(0, 2_000),
      /cut off or damaged/,
    ],
    ['nothing', () => Buffer.alloc(0), /^body: found something else/],
  ])('that is %s is refused, and nothing is kept', async (_what, make, detail) => {
    const id = await deliveries.connote();
    const before = await deliveries.files();
    const { status, body } = await deliveries.send(id, await make());
    expect({ status, body }).toMatchObject({
      ...{ status: 400, body: { code: 'BAD_USER_INPUT', detail: expect.stringMatching(detail) } },
    });
    expect((await deliveries.must(id)).photos).toEqual([]);
    expect(await deliveries.files()).toEqual(before);
  });

  test('is taken while another login has begun as many as it can', async () => {
    const id = await deliveries.connote();
    const token = await app.tokenOf('driver1');
    const slow = Array.from({ length: 24 }, () => connectRaw(app.url));
    for (const { socket } of slow)
      socket.write(
        `POST /api/connotes/${id}/photos HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
          'Content-Type: image/png\r\nContent-Length: 8000000\r\n\r\nx',
      );
    const another = () => deliveries.send(id, Buffer.from('no image'));
    await until(async () => (await another()).status === 429);
    expect((await deliveries.send(id, jpeg, { as: 'operations1' })).status).toBe(201);
    for (const { socket } of slow) socket.destroy();
    await until(async () => (await another()).status === 400);
  });

  test('of 8 MB and a byte is refused', async () => {
    const { status, body } = await deliveries.send(await deliveries.connote(), Buffer.alloc(MAX_BYTES + 1));
    expect({ status, body }).toMatchObject({ status: 413, body: { code: 'BAD_REQUEST' } });
  });

  test.each([
    ['?kind=SELFIE', 'kind'],
    [`?note=${'x'.repeat(1_001)}`, 'note'],
    ['?note=%00', 'note'],
    ['?access=x', 'access'],
  ])('with %s is refused', async (query, path) => {
    const { status, body } = await deliveries.send(await deliveries.connote(), jpeg, { query });
    expect({ status, body }).toMatchObject({ status: 400, body: { fields: [{ path }] } });
  });
});

describe('who may not add one', () => {
  /** Announces a body and sends none of it. @returns the answer */
  async function announced(path: string, as: As | null): Promise<string> {
    const { socket, closed } = connectRaw(app.url);
    const token = as === null ? null : typeof as === 'string' ? await app.tokenOf(as) : as.token;
    const authorization = token === null ? '' : `Authorization: Bearer ${token}\r\n`;
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\n${authorization}Content-Type: image/png\r\nContent-Length: 8000000\r\n\r\n`,
    );
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(String(data))),
    );
    socket.destroy();
    await closed;
    return answer.split('\r\n')[0] ?? '';
  }
  const path = (id: string) => `/api/connotes/${id}/photos`;

  test('is refused before the body is read: by role, by scope, by status', async () => {
    const moving = path(await deliveries.connote());
    expect(await announced(moving, null)).toBe('HTTP/1.1 401 Unauthorized');
    for (const as of ['customer1', 'customer2', 'warehouse1'] as const)
      expect(await announced(moving, as)).toBe('HTTP/1.1 403 Forbidden');
    expect(await announced(moving, otherDriver)).toBe('HTTP/1.1 404 Not Found');
    expect(await announced(path(NOBODYS), 'driver1')).toBe('HTTP/1.1 404 Not Found');
    const waiting = path(await deliveries.connote('CONFIRMED'));
    expect(await announced(waiting, 'operations1')).toBe('HTTP/1.1 409 Conflict');
  });

  test('is written down, if it was for the role', async () => {
    const id = await deliveries.connote();
    const denied = await deliveries.send(id, jpeg, { as: 'customer1' });
    expect(denied.status).toBe(403);
    expect(await trailWhere(app, 'target_id = $1', id)).toMatchObject([
      { action: 'AUTHORIZATION_DENIED', actor: 'customer1', target: 'POST /api/connotes/{id}/photos' },
    ]);
    expect((await deliveries.must(id)).photos).toEqual([]);
  });

  test('learns the same of another driver’s connote as of none', async () => {
    const id = await deliveries.connote();
    const foreign = await deliveries.send(id, jpeg, { as: otherDriver });
    const unknown = await deliveries.send(NOBODYS, jpeg, { as: otherDriver });
    const anonymous = ({ body: { requestId: _, ...body } }: typeof foreign, own: string) =>
      JSON.parse(JSON.stringify(body).replaceAll(own, 'ID'));
    expect(anonymous(foreign, id)).toEqual(anonymous(unknown, NOBODYS));
  });

  test.each(['PENDING', 'CONFIRMED', 'CANCELLED'] as const)(
    'is told that a connote is %s',
    async (status) => {
      const { body } = await deliveries.send(await deliveries.connote(status), jpeg, { as: 'admin1' });
      const detail = expect.stringMatching(`in the status ${status}; wanted ALLOCATED or IN_TRANSIT`);
      expect(body).toMatchObject({ code: 'CONFLICT', detail });
    },
  );

  test('is anybody whose connote has ten photos that no proof uses, and even at once nobody gets an eleventh', async () => {
    const id = await deliveries.connote();
    for (let taken = 0; taken < 8; taken += 1) await deliveries.photo(id);
    const before = await deliveries.files();
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliveries.send(id, jpeg)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toMatch(
      /^id: found 10 photos of CN-\S+ that no proof uses; wanted fewer than 10$/,
    );
    expect((await deliveries.must(id)).photos).toHaveLength(10);
    // The files of those refused at last go as well.
    await until(async () => {
      const { photos = 0, thumbnails = 0 } = await deliveries.files();
      return photos === (before['photos'] ?? 0) + 2 && thumbnails === (before['thumbnails'] ?? 0) + 2;
    });
  });
});

describe('who sees a photo', () => {
  test('before the delivery, is staff and the driver alone', async () => {
    const id = await deliveries.connote();
    const photoId = await deliveries.photo(id);
    for (const as of ['driver1', 'operations1', 'admin1'] as const) {
      expect((await deliveries.must(id, as)).photos).toHaveLength(1);
      expect((await rest(app, 'GET', `/api/connotes/${id}/photos/${photoId}`, { as })).status).toBe(200);
    }
    for (const as of ['customer1', 'warehouse1'] as const) {
      expect((await deliveries.must(id, as)).photos).toEqual([]);
      for (const file of [photoId, `${photoId}/thumbnail`])
        expect((await rest(app, 'GET', `/api/connotes/${id}/photos/${file}`, { as })).status).toBe(404);
    }
  });

  test('is nobody by way of another connote', async () => {
    const [mine, other] = [await deliveries.connote(), await deliveries.connote()];
    const photoId = await deliveries.photo(mine);
    const { status } = await rest(app, 'GET', `/api/connotes/${other}/photos/${photoId}`);
    expect(status).toBe(404);
  });
});

const refused = ({ errors }: Awaited<ReturnType<TestApp['ask']>>) =>
  errors.map(({ message, extensions: { code, fields } }) => [code, fields?.[0]?.reason ?? message]);

describe('a photo before or after a service', () => {
  const remove = (id: string, as: As | null = 'driver1') => app.ask(DeleteConnotePhotoDocument, { id }, as);

  test.each([
    ['CONFIRMED', 'operations1'],
    ['ALLOCATED', 'admin1'],
    ['IN_TRANSIT', 'driver1'],
    ['DELIVERED', 'driver1'],
  ] as const)('of a connote that is %s is taken from %s, and seen at once', async (status, as) => {
    const id = await deliveries.connote(status);
    const answer = await deliveries.send(id, await photographed(), { as, query: '?kind=BEFORE&note=dent' });
    expect(answer).toMatchObject({ status: 201, body: { kind: 'BEFORE', width: 48, height: 64 } });
    const facts = { photo: answer.body.id, kind: 'BEFORE', note: 'dent' };
    expect(await trailOf(app, answer)).toEqual([
      expect.objectContaining({ action: 'CONNOTE_NOTED', actor: as, facts }),
    ]);
    const after = await deliveries.photo(id, '?kind=AFTER', 'operations1');
    for (const reader of ['customer1', 'driver1', 'warehouse1', 'operations1'] as const) {
      const { photos, servicePhotos } = await deliveries.must(id, reader);
      expect(photos).toEqual([]);
      expect(servicePhotos).toMatchObject([
        { id: answer.body.id, kind: 'BEFORE', note: 'dent', by: { name: expect.any(String) } },
        { id: after, kind: 'AFTER', note: null },
      ]);
    }
    const only = (kind: string) =>
      app.ask<{ connote: { servicePhotos: { id: string }[] } }, object>(
        `{ connote(id: "${id}") { servicePhotos(kind: ${kind}) { id } } }`,
        {},
        'customer1',
      );
    expect((await only('[AFTER]')).data?.connote.servicePhotos).toEqual([{ id: after }]);
    expect((await only('[DELIVERY]')).data?.connote.servicePhotos).toEqual([]);
    expect((await only('[]')).data?.connote.servicePhotos).toEqual([]);
  });

  test.each(['PENDING', 'CANCELLED'] as const)('is not taken of a connote that is %s', async (status) => {
    const id = await deliveries.connote(status);
    const { body } = await deliveries.send(id, jpeg, { as: 'admin1', query: '?kind=AFTER' });
    const detail = expect.stringMatching('wanted CONFIRMED or ALLOCATED or IN_TRANSIT or DELIVERED$');
    expect(body).toMatchObject({ code: 'CONFLICT', detail });
  });

  test('is neither added nor seen by other customers and drivers, nor added by readers', async () => {
    const id = await deliveries.connote();
    const photoId = await deliveries.photo(id, '?kind=BEFORE');
    const statusFor = async (as: As | null) =>
      (await deliveries.send(id, jpeg, { as, query: '?kind=BEFORE' })).status;
    expect(await Promise.all((['customer1', 'warehouse1', 'customer2'] as const).map(statusFor))).toEqual([
      ...[403, 403, 403],
    ]);
    expect([await statusFor(null), await statusFor(otherDriver)]).toEqual([401, 404]);
    for (const as of ['customer2', otherDriver] as const) {
      expect(await deliveries.seen(id, as)).toBeNull();
      for (const file of [photoId, `${photoId}/thumbnail`])
        expect((await rest(app, 'GET', `/api/connotes/${id}/photos/${file}`, { as })).status).toBe(404);
    }
    // A signed address is one session's: whoever sends a token of their own is asked as themselves.
    const [shown] = (await deliveries.must(id, 'customer1')).servicePhotos;
    const open = async (token?: string) => (await deliveries.open(shown?.url ?? '', token)).status;
    expect([await open(), await open(await app.tokenOf('customer2'))]).toEqual([200, 404]);
    const [seen] = (await deliveries.must(id, 'driver1')).servicePhotos;
    await app.database('update connote set driver_id = null, status = $2 where id = $1', [id, 'CONFIRMED']);
    expect((await deliveries.open(seen?.thumbnailUrl ?? '')).status).toBe(404);
  });

  test('is refused where such photos are switched off; those that there are can be seen and removed', async () => {
    const id = await deliveries.connote();
    const photoId = await deliveries.photo(id, '?kind=BEFORE');
    const off = await app.sibling({ PHOTOS_ENABLED: 'false' });
    const send = (kind: string) => {
      const request = { body: jpeg, headers: { 'content-type': 'image/jpeg' } };
      return rest(off, 'POST', `/api/connotes/${id}/photos?kind=${kind}`, request);
    };
    const detail = 'Photos before and after are switched off in this portal.';
    expect(await send('AFTER')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN', detail } });
    expect((await send('DELIVERY')).status).toBe(201);
    const featuresOf = async (one: TestApp) => (await one.ask(PortalDocument)).data?.portal.features;
    expect([await featuresOf(app), await featuresOf(off)]).toEqual([
      expect.arrayContaining(['PHOTOS']),
      expect.not.arrayContaining(['PHOTOS']),
    ]);
    const { data } = await off.ask(ConnoteFilesDocument, { id }, 'customer1');
    expect(data?.connote?.servicePhotos).toMatchObject([{ id: photoId }]);
    expect((await off.ask(DeleteConnotePhotoDocument, { id: photoId }, 'operations1')).errors).toEqual([]);
    await off.stop();
  });

  test('is one of twenty at most, even at once, beside ten for a proof', async () => {
    const id = await deliveries.connote();
    const many = (kinds: string[], count: number) =>
      app.database(
        `insert into connote_photo (connote_id, kind, taken_at, by_id, width, height, photo_key, thumbnail_key)
         select $1, kind, now(), $2, 1, 1, 'photos/x.jpg', 'thumbnails/x.jpg'
         from unnest($3::text[]) kind, generate_series(1, $4)`,
        [id, deliveries.people.driverId, kinds, count],
      );
    await many(['BEFORE', 'AFTER'], 9);
    await many(['DELIVERY'], 9);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => deliveries.send(id, jpeg, { query: '?kind=AFTER' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toMatch(
      /^id: found 20 photos of CN-\S+ before and after a service; wanted fewer than 20$/,
    );
    expect((await deliveries.send(id, jpeg)).status).toBe(201);
    expect((await deliveries.send(id, jpeg)).status).toBe(409);
  });

  test('is no part of a proof', async () => {
    const id = await deliveries.connote();
    const photoId = await deliveries.photo(id, '?kind=AFTER');
    const { errors } = await deliveries.deliver(id, { receivedBy: 'Kim', photoIds: [photoId] });
    expect(errors[0]?.message).toBe(
      `input.proof.photoIds.0: found "${photoId}"; wanted a photo of this connote, of the kind DELIVERY or DAMAGE, that no proof uses`,
    );
    expect(await deliveries.statusOf(id)).toBe('IN_TRANSIT');
  });

  test('is removed with its files by staff, and by the driver who added it', async () => {
    const id = await deliveries.connote('DELIVERED');
    const before = await deliveries.files();
    const own = await deliveries.photo(id, '?kind=BEFORE');
    const others = await deliveries.photo(id, '?kind=AFTER', 'operations1');
    expect(refused(await remove(others))).toEqual([
      ['FORBIDDEN', 'Somebody else has added this photo. You may remove those that you have added.'],
    ]);
    const answers = await Promise.all([remove(own), remove(own.toUpperCase(), 'operations1')]);
    expect(answers.flatMap(refused)).toEqual([['NOT_FOUND', 'UNKNOWN']]);
    const done = answers.find(({ errors }) => errors.length === 0);
    expect(done?.data?.deleteConnotePhoto.connote).toMatchObject({ id, servicePhotos: [{ id: others }] });
    expect((await remove(others, 'admin1')).data?.deleteConnotePhoto.connote.servicePhotos).toEqual([]);
    expect((await trailWhere(app, 'target_id = $1', id)).slice(-2)).toMatchObject([
      { action: 'CONNOTE_PHOTO_REMOVED', facts: { photo: own, kind: 'BEFORE' } },
      { action: 'CONNOTE_PHOTO_REMOVED', actor: 'admin1', facts: { photo: others, kind: 'AFTER' } },
    ]);
    await until(async () => {
      const { photos, thumbnails } = await deliveries.files();
      return photos === before['photos'] && thumbnails === before['thumbnails'];
    });
  });

  test('is not removed by others, and a photo of a delivery by nobody', async () => {
    const id = await deliveries.connote();
    const photoId = await deliveries.photo(id, '?kind=BEFORE');
    const used = await deliveries.photo(id);
    expect(refused(await remove(used, 'admin1'))).toEqual([['BAD_USER_INPUT', 'NOT_ALLOWED']]);
    expect((await deliveries.deliver(id, { receivedBy: 'Kim', photoIds: [used] })).errors).toEqual([]);
    for (const as of ['admin1', 'driver1'] as const)
      expect(refused(await remove(used, as))).toEqual([['BAD_USER_INPUT', 'NOT_ALLOWED']]);
    for (const some of [photoId, NOBODYS])
      expect(refused(await remove(some, otherDriver))).toEqual([['NOT_FOUND', 'UNKNOWN']]);
    expect(refused(await remove('x'))).toEqual([['BAD_USER_INPUT', expect.any(String)]]);
    expect((await remove(photoId, null)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const as of ['customer1', 'warehouse1'] as const) {
      const denied = await remove(photoId, as);
      expect(denied.errors[0]?.extensions.code).toBe('FORBIDDEN');
      // The id is that of a photo, and of no connote.
      expect(await trailOf(app, denied)).toMatchObject([
        { action: 'AUTHORIZATION_DENIED', actor: as, target: 'deleteConnotePhoto' },
      ]);
      expect(await trailWhere(app, 'target_id = $1', photoId)).toEqual([]);
    }
    expect((await deliveries.must(id)).servicePhotos).toHaveLength(1);
  });
});

test('without a store, photos are refused with a reason, and nothing has changed', async () => {
  const id = await deliveries.connote();
  const kept = await deliveries.photo(id);
  await rename(deliveries.folder, `${deliveries.folder}.away`);
  await writeFile(deliveries.folder, 'not a folder');
  try {
    const sent = await deliveries.send(id, jpeg);
    const read = await rest(app, 'GET', `/api/connotes/${id}/photos/${kept}`, { as: 'driver1' });
    for (const { status, body, headers } of [sent, read]) {
      expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '30' });
      expect(body).toMatchObject({ code: 'UNAVAILABLE', detail: expect.stringMatching(/^Files can not be/) });
      expect(JSON.stringify(body)).not.toContain(deliveries.folder);
    }
  } finally {
    await rm(deliveries.folder);
    await rename(`${deliveries.folder}.away`, deliveries.folder);
  }
  expect((await deliveries.must(id)).photos.map((photo) => photo.id)).toEqual([kept]);
});

test('photos that no proof uses go after a day, with their files; so do drafts', async () => {
  const id = await deliveries.connote();
  const [old, recent, used] = [
    await deliveries.photo(id),
    await deliveries.photo(id),
    await deliveries.photo(id),
  ];
  await app.database("update connote_photo set taken_at = now() - interval '25 hours' where id = any($1)", [
    [old, used],
  ]);
  expect((await deliveries.deliver(id, { receivedBy: 'Kim', photoIds: [used] })).errors).toEqual([]);
  const ofService = await deliveries.photo(id, '?kind=AFTER');
  await app.database("update connote_photo set taken_at = now() - interval '25 hours' where id = $1", [
    ofService,
  ]);
  const before = await deliveries.files();
  const [abandoned, inWork] = ['a', 'b'].map((name) => `${deliveries.folder}/drafts/${name}`);
  await mkdir(`${deliveries.folder}/drafts`, { recursive: true });
  for (const draft of [abandoned, inWork]) await writeFile(String(draft), 'half');
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await utimes(String(abandoned), yesterday, yesterday);
  // Everything is cleaned up at each start, too.
  const sibling = await app.sibling();
  await until(async () => {
    const { photos = 0, thumbnails = 0 } = await deliveries.files();
    return photos === (before['photos'] ?? 0) - 1 && thumbnails === (before['thumbnails'] ?? 0) - 1;
  });
  await until(async () => (await deliveries.files())['drafts'] === 1);
  await sibling.stop();
  expect(existsSync(String(inWork))).toBe(true);
  const { photos, servicePhotos, proofOfDelivery } = await deliveries.must(id);
  expect(servicePhotos.map((photo) => photo.id)).toEqual([ofService]);
  expect(photos.map((photo) => photo.id)).toEqual([recent, used]);
  for (const photo of photos)
    expect((await deliveries.open(photo.url, await app.tokenOf('admin1'))).status).toBe(200);
  expect(proofOfDelivery?.photos).toEqual([{ id: used }]);
});
