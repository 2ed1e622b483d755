import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '../../../src/composition/file-store.js';
import { parseConfig } from '../../../src/config.js';
import type { FileStore } from '../../../src/features/freight/files/file-store.js';
import { processPhoto } from '../../../src/features/freight/files/process-photo.js';
import { readSignature } from '../../../src/features/freight/files/read-signature.js';
import { S3FileStore } from '../../../src/features/freight/files/s3-file-store.js';
import { collectGarbage } from '../../support/collect-garbage.js';
import { begunPng, blackPng, HIDDEN, photographed, picture, resizedHeader } from '../../support/images.js';
import { S3Server } from '../../support/s3-server.js';
import { until } from '../../support/until.js';

/** Holds that input is refused, naming where and why. */
async function expectRefused(work: Promise<unknown>, path: string, message: RegExp): Promise<void> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'BAD_USER_INPUT',
    extensions: { fields: [{ path, message: expect.stringMatching(message) }] },
  });
}

describe('a photo', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'is taken as %s, and becomes a JPEG with a thumbnail',
    async (format) => {
      const { photo, thumbnail, width, height } = await processPhoto(
        await picture(800, 600)[format]().toBuffer(),
        'body',
      );
      expect({ width, height }).toEqual({ width: 800, height: 600 });
      expect(await sharp(photo).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 600 });
      expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
    },
  );

  test('is taken as a progressive JPEG, and as an interlaced PNG of 16 bits', async () => {
    const deep = picture().toColourspace('rgb16').png({ progressive: true });
    for (const image of [picture().jpeg({ progressive: true }), deep]) {
      const { width, height } = await processPhoto(await image.toBuffer(), 'body');
      expect({ width, height }).toEqual({ width: 64, height: 48 });
    }
  });

  test('shows no place and nothing else that the camera wrote, and stands upright', async () => {
    const taken = await photographed();
    expect(taken.includes(HIDDEN)).toBe(true);
    // The tag that leads to the position.
    expect((await sharp(taken).metadata()).exif?.includes(Buffer.from('2588', 'hex'))).toBe(true);
    const { photo, thumbnail, width, height } = await processPhoto(taken, 'body');
    expect({ width, height }).toEqual({ width: 48, height: 64 });
    for (const bytes of [photo, thumbnail]) {
      expect(bytes.includes(HIDDEN)).toBe(false);
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    }
  });

  test('carries on nothing that is hidden behind it', async () => {
    const page = '<script>alert("canary")</script>';
    const polyglot = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(page)]);
    expect((await processPhoto(polyglot, 'body')).photo.includes('canary')).toBe(false);
  });

  test('is made smaller where it is large, and what is transparent becomes white', async () => {
    const { width, height } = await processPhoto(blackPng(5120, 10), 'body');
    expect({ width, height }).toEqual({ width: 2560, height: 5 });
    expect(await processPhoto(blackPng(20_000, 8), 'body')).toMatchObject({ width: 2560, height: 1 });
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } });
    const { photo } = await processPhoto(await clear.png().toBuffer(), 'body');
    expect((await sharp(photo).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['a script named .jpg', () => Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a GIF', () => picture().gif().toBuffer()],
    ['a TIFF', () => picture().tiff().toBuffer()],
    ['a PDF', () => Buffer.from('%PDF-1.7\n')],
    ['nothing', () => Buffer.alloc(0)],
  ])('is no %s', async (_what, make) => {
    await expectRefused(
      processPhoto(await make(), 'body'),
      'body',
      /^found something else; wanted .* JPEG, PNG or WebP/,
    );
  });

  test('of 30,000 × 30,000 pixels is refused for its size, before it is unpacked', async () => {
    const message = /^found 30000 × 30000 pixels; wanted at most 50 million$/;
    await expectRefused(processPhoto(blackPng(30_000, 30_000), 'body'), 'body', message);
    const forged = resizedHeader(await picture().jpeg().toBuffer(), 30_000, 30_000);
    await expectRefused(processPhoto(forged, 'body'), 'body', message);
  });

  test('of few pixels in all, but in rows without end, is refused as well', async () => {
    for (const [width, height] of [
      [9_999_999, 5],
      [1_000_000, 50],
      [20_001, 1],
      [1, 20_001],
    ] as const) {
      const message = new RegExp(`^found ${width} × ${height} pixels; wanted at most 20000 on a side$`);
      await expectRefused(processPhoto(blackPng(width, height), 'body'), 'body', message);
    }
  });

  test('may have fewer pixels where each of them needs more memory', async () => {
    const interlaced = begunPng({ width: 5_001, height: 5_000, bits: 8, interlaced: true });
    const progressive = resizedHeader(await picture().jpeg({ progressive: true }).toBuffer(), 5_001, 5_000);
    const deep = begunPng({ width: 5_001, height: 5_000, bits: 16 });
    const both = begunPng({ width: 3_536, height: 3_536, bits: 16, interlaced: true });
    const cases: [Buffer, RegExp][] = [
      [interlaced, /^found 5001 × 5000 pixels, progressive or interlaced; wanted at most 25 million$/],
      [progressive, /^found 5001 × 5000 pixels, progressive or interlaced; wanted at most 25 million$/],
      [deep, /^found 5001 × 5000 pixels, of 16 bits; wanted at most 25 million$/],
      [
        both,
        /^found 3536 × 3536 pixels, progressive or interlaced, of 16 bits; wanted at most 12.5 million$/,
      ],
      // These pass, and are refused only because there is nothing to decode.
      [begunPng({ width: 5_000, height: 5_000, bits: 8, interlaced: true }), /cut off or damaged/],
      [begunPng({ width: 5_001, height: 5_000, bits: 8 }), /cut off or damaged/],
    ];
    for (const [bytes, message] of cases) await expectRefused(processPhoto(bytes, 'body'), 'body', message);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('that is cut off is refused as %s', async (format) => {
    const whole = await picture(300, 200)[format]().toBuffer();
    for (const length of [20, Math.floor(whole.length / 2), whole.length - 20]) {
      await expectRefused(processPhoto(whole.subarray(0, length), 'body'), 'body', /cut off or damaged/);
    }
    const holed = Buffer.from(whole).fill(0xa5, 30, 200);
    await expectRefused(processPhoto(holed, 'body'), 'body', /damaged/);
  });

  test('waits its turn, and is refused where too many wait already', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => processPhoto(bytes, 'body')));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(18);
    for (const outcome of refused)
      expect(outcome).toMatchObject({
        reason: { code: 'RATE_LIMITED', extensions: { retryAfterSeconds: 5 } },
      });
  });
});

describe('a signature', () => {
  const PATH = 'input.proof.signaturePng';
  const drawn = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: '#00000000' } }).png();

  test('is a PNG again, without what else was in it', async () => {
    const bytes = await drawn(600, 200)
      .withExif({ IFD0: { ImageDescription: HIDDEN } })
      .toBuffer();
    expect(bytes.includes(HIDDEN)).toBe(true);
    const read = await readSignature(bytes.toString('base64'), PATH);
    expect(read.includes(HIDDEN)).toBe(false);
    expect(await sharp(read).metadata()).toMatchObject({
      format: 'png',
      width: 600,
      height: 200,
      hasAlpha: true,
    });
  });

  test('is refused where it is none, or too large', async () => {
    const png = await drawn(60, 20).toBuffer();
    const jpeg = await picture().jpeg().toBuffer();
    const cases: [string, RegExp][] = [
      ['', /^found no base64/],
      [`data:image/png;base64,${png.toString('base64')}`, /without a data: prefix/],
      [`${png.toString('base64')}\n`, /^found no base64/],
      [jpeg.toString('base64'), /^found JPEG; wanted the bytes of a PNG image$/],
      [Buffer.from('<svg/>').toString('base64'), /^found something else/],
      [png.subarray(0, 60).toString('base64'), /cut off or damaged/],
      [blackPng(2_001, 2_000).toString('base64'), /^found 2001 × 2000 pixels; wanted at most 4 million$/],
      [
        blackPng(2_000_000, 2).toString('base64'),
        /^found 2000000 × 2 pixels; wanted at most 5000 on a side$/,
      ],
      [Buffer.alloc(102_401).toString('base64'), /^found 102401 bytes; wanted at most 102400$/],
      ['A'.repeat(1_000_000), /^found 750000 bytes; wanted at most 102400$/],
    ];
    for (const [base64, message] of cases) await expectRefused(readSignature(base64, PATH), PATH, message);
    const longest = Buffer.concat([png, Buffer.alloc(102_400 - png.length)]);
    expect(await readSignature(longest.toString('base64'), PATH)).toBeInstanceOf(Buffer);
  });
});

describe('files are kept', () => {
  const KEY = 'photos/3f0c2b1e-8f1d-4b7a-9a55-0d7c3c1b2a10.jpg';
  const log: string[] = [];
  const logger: Logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  let dataDir: string;
  let s3: S3Server;
  const open = (settings: Record<string, string> = {}): Promise<FileStore> =>
    openFileStore(parseConfig({ DATA_DIR: dataDir, ...settings }), logger);
  const impatient = (timeoutMs: number) =>
    new S3FileStore(
      {
        ...{ endpoint: s3.settings.FILES_S3_ENDPOINT, bucket: 'portico-files', region: 'r' },
        ...{ accessKeyId: 'AKID', secretAccessKey: 'canary' },
      },
      { timeoutMs, onFailure: (err) => logger.error({ err }) },
    );
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'portico-files-'));
    s3 = await new S3Server().start();
  });
  afterAll(async () => {
    await s3.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test.each(['a folder', 'a bucket'])('in %s: stored, replaced, read, deleted', async (where) => {
    const store = await open(where === 'a bucket' ? s3.settings : {});
    expect(await store.get(KEY)).toBeNull();
    await store.put(KEY, Buffer.from('first'), 'image/jpeg');
    await store.put(KEY, Buffer.from([0, 255, 13, 10]), 'image/jpeg');
    expect(await store.get(KEY)).toEqual(Buffer.from([0, 255, 13, 10]));
    await store.delete(KEY);
    await store.delete(KEY);
    expect(await store.get(KEY)).toBeNull();
    for (const key of [
      '../secret-key',
      'photos/../../secret-key.jpg',
      '/etc/passwd',
      'photos/a.html',
      'a.jpg',
      `${KEY}\0`,
    ]) {
      await expect(store.put(key, Buffer.from('x'), 'image/jpeg')).rejects.toThrow('malformed key');
      await expect(store.get(key)).rejects.toThrow('malformed key');
      await expect(store.delete(key)).rejects.toThrow('malformed key');
    }
  });

  test('in a folder that is for the service alone, whole or not at all', async () => {
    const store = await open();
    await store.put(KEY, Buffer.from('x'), 'image/jpeg');
    const modeOf = async (path: string) => (await stat(join(dataDir, 'files', path))).mode & 0o777;
    expect([await modeOf('.'), await modeOf('photos'), await modeOf(KEY)]).toEqual([0o700, 0o700, 0o600]);
    const many = Array.from({ length: 20 }, (_, n) => Buffer.alloc(50_000, n));
    await Promise.all(many.map((bytes) => store.put(KEY, bytes, 'image/jpeg')));
    const found = await store.get(KEY);
    expect(many.some((bytes) => found?.equals(bytes))).toBe(true);
    expect(await readdir(join(dataDir, 'files', 'photos'))).toHaveLength(1);
    expect([await modeOf('drafts'), await readdir(join(dataDir, 'files', 'drafts'))]).toEqual([0o700, []]);
  });

  test('in a folder where what is half written is apart, and goes later', async () => {
    const store = await open();
    const [drafts, photos] = [join(dataDir, 'files', 'drafts'), join(dataDir, 'files', 'photos')];
    await store.put(KEY, Buffer.from('whole'), 'image/jpeg');
    await rm(drafts, { recursive: true });
    await writeFile(drafts, 'no folder');
    await expect(store.put(KEY, Buffer.from('other'), 'image/jpeg')).rejects.toMatchObject({
      extensions: { retryable: true },
    });
    await rm(drafts);
    await mkdir(drafts);
    for (const name of ['old', 'recent']) await writeFile(join(drafts, name), 'half');
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const path of ['drafts/old', KEY]) await utimes(join(dataDir, 'files', path), yesterday, yesterday);
    await store.deleteUnfinished(new Date(Date.now() - 3_600_000));
    expect([await readdir(drafts), await readdir(photos)]).toEqual([['recent'], [KEY.split('/')[1]]]);
    expect(await store.get(KEY)).toEqual(Buffer.from('whole'));
  });

  test('in a bucket under their media type, each request signed', async () => {
    const store = await open(s3.settings);
    await store.put(KEY, Buffer.from('x'), 'image/jpeg');
    expect(s3.objects.get(KEY)).toEqual({ bytes: Buffer.from('x'), contentType: 'image/jpeg' });
    s3.fault = { status: 503, code: 'SlowDown', once: true };
    expect(await store.get(KEY)).toEqual(Buffer.from('x'));
    const stranger = await open({ ...s3.settings, FILES_S3_SECRET_ACCESS_KEY: 'guessed' });
    await expect(stranger.get(KEY)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(log.at(-1)).toContain('the bucket answers GET with 403 SignatureDoesNotMatch');
  });

  test('and where the bucket fails, the caller may try again and the log says why, without a secret', async () => {
    const store = await open(s3.settings);
    const UNAVAILABLE = {
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Files can not be stored or read at the moment; try again later.',
      extensions: { retryable: true, retryAfterSeconds: 30 },
    };
    const expectFailure = async (work: Promise<unknown>, reason: string) => {
      log.length = 0;
      await expect(work).rejects.toMatchObject(UNAVAILABLE);
      expect(log).toHaveLength(1);
      expect(log[0]).toContain(reason);
      expect(log[0]).not.toMatch(/canary|Signature=|AKID/);
    };
    s3.fault = { status: 500, code: 'InternalError' };
    await expectFailure(store.put(KEY, Buffer.from('x'), 'image/jpeg'), 'answers PUT with 500 InternalError');
    s3.fault = { status: 404, code: 'NoSuchBucket' };
    await expectFailure(store.get(KEY), 'answers GET with 404 NoSuchBucket');
    await expectFailure(store.delete(KEY), 'answers DELETE with 404 NoSuchBucket');
    s3.fault = { location: 'http://127.0.0.1:1/' };
    await expectFailure(store.get(KEY), 'answers GET with 307');
    s3.fault = 'silence';
    await expectFailure(impatient(50).get(KEY), 'does not answer GET: TimeoutError');
    s3.fault = null;
    const gone = await new S3Server().start();
    const down = await open(gone.settings);
    await gone.stop();
    await expectFailure(down.get(KEY), 'does not answer GET: ECONNREFUSED');
  });

  test.each(['silence', 'half'] as const)(
    'and a bucket that answers with %s is given up in time, even while garbage is collected',
    async (fault) => {
      s3.fault = fault;
      const asked = s3.requests.length;
      const store = impatient(500);
      const givenUp = Promise.all([
        expect(store.get(KEY)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' }),
        expect(store.put(KEY, Buffer.from('x'), 'image/jpeg')).rejects.toThrow(/^Files can not be/),
      ]);
      await until(() => s3.requests.length === asked + 2);
      for (let times = 0; times < 2; times += 1) await collectGarbage();
      await givenUp;
      s3.fault = null;
    },
  );
});
