import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request } from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { onError } from '../../../src/http/answer-error.js';
import { describeApi } from '../../../src/http/api/api-description.js';
import { apiRoutes } from '../../../src/http/api/api-routes.js';
import { type ApiOperation, answerWith, type FileType, operation } from '../../../src/http/api/operation.js';
import { ignoreMediaParameters } from '../../../src/http/media-ranges.js';
import { securityHeaders } from '../../../src/http/security-headers.js';
import { endSlowRequests, serverOptions } from '../../../src/http/timeouts.js';
import { unavailable } from '../../../src/shared/errors.js';
import { whenAborted } from '../../../src/shared/when-aborted.js';
import { connectRaw } from '../../support/raw-client.js';
import { until } from '../../support/until.js';

const MAX_BYTES = 8 * 1024 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

/** What the upload got last. */
let received: { id: string; kind: string; bytes: Buffer } | null = null;
/** While it is set, an upload that has arrived is not answered before it resolves. */
let storing: Promise<void> | null = null;
/** How many uploads have arrived as a whole. */
let arrived = 0;
/** The requests to upload something that have come in. */
const requests: Request[] = [];

const upload = operation({
  method: 'post',
  path: '/boxes/{id}/photos',
  id: 'uploadPhoto',
  summary: 'Takes a photo.',
  requires: null,
  params: z.strictObject({ id: z.guid() }),
  query: z.strictObject({
    kind: z.enum(['BEFORE', 'AFTER']).default('AFTER'),
    note: z.string().max(20).optional(),
  }),
  body: {
    description: 'A photo.',
    mediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
    maxBytes: MAX_BYTES,
  },
  answers: { 201: { description: 'Taken.', name: 'Taken', schema: z.object({ length: z.int() }) } },
  problems: {},
  handle: async ({ params: { id }, query: { kind }, body }) => {
    received = { id, kind, bytes: body };
    arrived += 1;
    await storing;
    return answerWith(201, { length: body.length });
  },
});
const download = operation({
  method: 'get',
  path: '/files/{name}',
  id: 'readFile',
  summary: 'Returns a file.',
  requires: null,
  params: z.strictObject({ name: z.string() }),
  query: z.object({ type: z.string() }),
  body: null,
  answers: { 200: { description: 'The file.', fileTypes: TYPES } },
  problems: {},
  handle: async ({ params: { name }, query: { type } }) => {
    if (name === 'down') throw unavailable('Files can not be read at the moment.', new Error('canary'));
    return answerWith(200, { bytes: PNG, mediaType: type as FileType, name });
  },
});

/** The signals of those that wait for what never comes. */
const waiting: AbortSignal[] = [];
const endless = operation({
  ...{ method: 'get', path: '/endless', id: 'readEndlessFile', summary: 'Never answers.', requires: null },
  ...{ params: z.strictObject({}), body: null, problems: {} },
  answers: { 200: { description: 'The file.', fileTypes: TYPES } },
  handle: ({ signal }) => {
    waiting.push(signal);
    return new Promise((_resolve, reject) => whenAborted(signal, () => reject(signal.reason)));
  },
});

let server: Server;
let url: string;
let app: RequestListener;
const log: string[] = [];
beforeAll(async () => {
  const operations: ApiOperation[] = describeApi([upload, download, endless], '');
  const nothing = {} as never;
  const routes = express();
  app = routes;
  routes.disable('etag');
  routes.set('trust proxy', 1);
  routes.use((request: Request, _response, next) => {
    if (request.method === 'POST') requests.push(request);
    request.id = 'request-1';
    request.log = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
    next();
  });
  routes.use(securityHeaders(false), ignoreMediaParameters);
  const callers = { authentication: nothing, signedAccess: nothing, onDenied: nothing };
  routes.use('/api', apiRoutes({ operations, ...callers, bodyBytes: 1000 }));
  routes.use(onError);
  server = createServer(app);
  url = await listen(server);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const BOX = '8c5f8b4e-52f4-4b51-9d2e-6f2f5a1f3a10';
async function send(body: Uint8Array, { query = '', id = BOX, headers = {} } = {}) {
  received = null;
  const response = await fetch(`${url}/api/boxes/${id}/photos${query}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', ...headers },
    body: new Uint8Array(body),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}
const read = (path: string, init: RequestInit = {}) => fetch(`${url}/api/files/${path}`, init);

describe('an upload', () => {
  test.each(['image/jpeg', 'image/png', 'IMAGE/WEBP', 'image/jpeg; x=1', 'application/octet-stream'])(
    'arrives as it was sent, as %s',
    async (type) => {
      const bytes = Buffer.from([0, 255, 13, 10, 0]);
      expect(await send(bytes, { headers: { 'content-type': type } })).toMatchObject({ status: 201 });
      expect(received).toEqual({ id: BOX, kind: 'AFTER', bytes });
    },
  );

  test('of 8 MB is taken, of one byte more it is not', async () => {
    expect(await send(Buffer.alloc(MAX_BYTES, 7))).toMatchObject({
      status: 201,
      body: { length: MAX_BYTES },
    });
    const problem = {
      status: 413,
      type: 'application/problem+json; charset=utf-8',
      body: { status: 413, code: 'BAD_REQUEST', detail: expect.stringContaining('8388608 are allowed') },
    };
    expect(await send(Buffer.alloc(MAX_BYTES + 1))).toMatchObject(problem);
    const chunks = new Blob([Buffer.alloc(MAX_BYTES + 1)]).stream();
    const response = await fetch(`${url}/api/boxes/${BOX}/photos`, {
      ...{ method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: chunks, duplex: 'half' },
    } as RequestInit);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      ...{ status: 413, body: problem.body },
    });
    expect(received).toBeNull();
  });

  test('that announces too much is refused before it is sent', async () => {
    const { socket, closed } = connectRaw(url);
    socket.write(
      `POST /api/boxes/${BOX}/photos HTTP/1.1\r\nHost: x\r\nContent-Type: image/png\r\nContent-Length: 9000000000\r\n\r\n`,
    );
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(String(data))),
    );
    socket.destroy();
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each<[string, Parameters<typeof send>[1], number, object]>([
    ['of another media type', { headers: { 'content-type': 'text/html' } }, 415, { code: 'BAD_REQUEST' }],
    ['of JSON', { headers: { 'content-type': 'application/json' } }, 415, {}],
    ['of a form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415, {}],
    ['that is compressed', { headers: { 'content-encoding': 'gzip' } }, 415, {}],
    ['to an id that is none', { id: 'nobody' }, 400, { fields: [{ path: 'id' }] }],
    ['of a kind that there is not', { query: '?kind=SELFIE' }, 400, { fields: [{ path: 'kind' }] }],
    ['of two kinds', { query: '?kind=BEFORE&kind=AFTER' }, 400, { fields: [{ path: 'kind' }] }],
    ['with too long a note', { query: `?note=${'x'.repeat(21)}` }, 400, { fields: [{ path: 'note' }] }],
    [
      'with an unknown parameter',
      { query: '?knd=AFTER' },
      400,
      { fields: [{ path: 'knd', message: 'found an unknown field; known fields: kind, note' }] },
    ],
  ])('%s is refused', async (_what, options, status, wanted) => {
    expect(await send(PNG, options)).toMatchObject({
      ...{ status, type: 'application/problem+json; charset=utf-8', body: { status, ...wanted } },
    });
    expect(received).toBeNull();
  });

  /** An upload from an address that stops in the middle. */
  function stalled(to: string, address: string) {
    const client = connectRaw(to);
    client.socket.write(
      `POST /api/boxes/${BOX}/photos HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${address}\r\n` +
        'Content-Type: image/png\r\nConnection: close\r\nContent-Length: 8\r\n\r\nhalf',
    );
    return client;
  }
  const from = (address: string) => send(PNG, { headers: { 'x-forwarded-for': address } });
  const BUSY = { status: 429, body: { code: 'RATE_LIMITED', retryAfterSeconds: 5 } };

  test('is refused while very many others arrive, and taken once they are gone', async () => {
    const slow = Array.from({ length: 40 }, (_, n) => stalled(url, `10.0.0.${n}`));
    await until(async () => (await from('10.1.0.1')).status === 429);
    expect(await from('10.1.0.1')).toMatchObject(BUSY);
    for (const { socket } of slow) socket.destroy();
    await until(async () => (await from('10.1.0.1')).status === 201);
  });

  test('is refused while five of the same caller arrive; anyone else’s is taken', async () => {
    const slow = Array.from({ length: 30 }, () => stalled(url, '10.0.0.1'));
    await until(async () => (await from('10.0.0.1')).status === 429);
    for (let times = 0; times < 3; times += 1) expect(await from('10.0.0.2')).toMatchObject({ status: 201 });
    expect(await from('10.0.0.1')).toMatchObject(BUSY);
    for (const { socket } of slow) socket.destroy();
    await until(async () => (await from('10.0.0.1')).status === 201);
  });

  test('counts until it is stored, and the request keeps none of its bytes', async () => {
    let stored = () => {};
    storing = new Promise((resolve) => {
      stored = resolve;
    });
    requests.length = 0;
    const before = arrived;
    const five = Array.from({ length: 5 }, () => from('10.0.0.1'));
    await until(() => arrived === before + 5);
    expect(await from('10.0.0.1')).toMatchObject(BUSY);
    expect(requests.map(({ body }) => body).filter(Buffer.isBuffer)).toEqual([]);
    stored();
    storing = null;
    expect((await Promise.all(five)).map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(await from('10.0.0.1')).toMatchObject({ status: 201 });
  });

  test('may take longer than other requests may', async () => {
    const LONG = 600_000;
    const timeouts = { headersMs: LONG, requestMs: 300, uploadMs: LONG, idleMs: LONG };
    const patient = createServer(serverOptions(timeouts), (request, response) => {
      if (request.url !== '/slow') app(request, response);
    });
    endSlowRequests(patient, timeouts);
    const address = await listen(patient);
    const upload = stalled(address, '10.0.0.3');
    await until(() => requests.some(({ headers }) => headers['x-forwarded-for'] === '10.0.0.3'));
    const other = connectRaw(address);
    other.socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf');
    expect(await other.closed).toBe('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    upload.socket.write('done');
    expect(await upload.closed).toMatch(/^HTTP\/1\.1 201 /);
    patient.close();
  });

  test('may not take for ever', async () => {
    const timeouts = { headersMs: 300, requestMs: 300, uploadMs: 600, idleMs: 600_000 };
    const impatient = createServer(serverOptions(timeouts), app);
    endSlowRequests(impatient, timeouts);
    const { socket, closed } = stalled(await listen(impatient), '10.0.0.4');
    expect(await closed).not.toContain('201');
    expect(socket.destroyed).toBe(true);
    impatient.close();
  });

  test('says more in the query', async () => {
    await send(PNG, { query: '?kind=BEFORE&note=the%20door' });
    expect(received).toMatchObject({ kind: 'BEFORE' });
  });
});

describe('a file', () => {
  test.each(TYPES)('of type %s is shown as what it is, kept by nobody, and can do nothing', async (type) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await read(`a.file?type=${type}`, { method });
      expect({ status: response.status, ...Object.fromEntries(response.headers) }).toMatchObject({
        status: 200,
        'content-type': type,
        'content-length': String(PNG.length),
        'content-disposition': 'inline; filename=a.file',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'content-security-policy': expect.stringMatching(
          type === 'application/pdf' ? /^default-src 'none';.* frame-ancestors 'none'$/ : /; sandbox$/,
        ),
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
      expect(Buffer.from(await response.arrayBuffer())).toEqual(method === 'HEAD' ? Buffer.alloc(0) : PNG);
    }
  });

  test('has a name that is only a name', async () => {
    const name = '"a\r\nset-cookie: x=1;\\../Łódź 明治.png';
    const { status, headers } = await read(`${encodeURIComponent(name)}?type=image/png`);
    expect({ status, cookie: headers.get('set-cookie') }).toEqual({ status: 200, cookie: null });
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^inline; filename="/);
    expect(disposition).toContain('%C5%81%C3%B3d%C5%BA%20%E6%98%8E%E6%B2%BB.png');
  });

  test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'image/jpeg, text/html'])(
    'is never %s',
    async (type) => {
      const response = await read(`x?type=${encodeURIComponent(type)}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        ...[500, 'application/problem+json; charset=utf-8'],
      ]);
    },
  );

  test.each([
    'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
    'image/*',
    'application/pdf',
    'text/html,application/xhtml+xml,*/*;q=0.8',
  ])('comes to whoever takes %s', async (accept) => {
    expect((await read('x?type=image/png', { headers: { accept } })).status).toBe(200);
  });

  test('does not come to whoever takes none, who gets a problem document', async () => {
    for (const accept of ['text/html', 'image/webp', 'application/json']) {
      const response = await read('x?type=image/png', { headers: { accept } });
      expect(await response.json()).toMatchObject({
        status: 406,
        detail: 'The response is available as image/jpeg, image/png, application/pdf.',
      });
    }
    const wrong = await read('x', { headers: { accept: 'image/*' } });
    expect(wrong.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await wrong.json()).toMatchObject({ status: 400, fields: [{ path: 'type' }] });
  });

  test('that can not be read at the moment is worth another try', async () => {
    const response = await read('down?type=image/png');
    expect(response.headers.get('retry-after')).toBe('30');
    const problem = await response.json();
    expect(problem).toMatchObject({ status: 503, code: 'UNAVAILABLE', retryAfterSeconds: 30 });
    expect(JSON.stringify(problem)).not.toContain('canary');
  });
});

test('an operation is told when its client hangs up, and nobody is answered', async () => {
  const gone = new AbortController();
  const answer = fetch(`${url}/api/endless`, { signal: gone.signal });
  await until(() => waiting.length === 1);
  expect(waiting[0]?.aborted).toBe(false);
  log.length = 0;
  gone.abort();
  await expect(answer).rejects.toThrow();
  await until(() => waiting[0]?.aborted === true);
  expect((await read('x?type=image/png')).status).toBe(200);
  expect(log).toEqual([]);
});

test('the description says what is sent and what comes back', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: what it is, is what the test looks at.
  const description: any = await (await fetch(`${url}/api/openapi.json`)).json();
  const { post } = description.paths['/api/boxes/{id}/photos'];
  const large = { schema: { maxLength: MAX_BYTES } };
  expect(post.requestBody).toEqual({
    description: 'A photo.',
    required: true,
    content: {
      ...{ 'image/jpeg': large, 'image/png': large, 'image/webp': large },
      'application/octet-stream': large,
    },
  });
  expect(post.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
    { name: 'kind', in: 'query', required: false, schema: { enum: ['BEFORE', 'AFTER'], default: 'AFTER' } },
    { name: 'note', in: 'query', required: false, schema: { type: 'string', maxLength: 20 } },
  ]);
  expect(Object.keys(post.responses)).toEqual(['201', '400', '406', '413', '415', '429', '500', '503']);
  const { get } = description.paths['/api/files/{name}'];
  expect(get.parameters).toMatchObject([
    { name: 'name', in: 'path', required: true },
    { name: 'type', in: 'query', required: true },
  ]);
  expect(get.responses['200'].content).toEqual({ 'image/jpeg': {}, 'image/png': {}, 'application/pdf': {} });
  expect(Object.keys(description.components.schemas).sort()).toEqual(['ApiDescription', 'Problem', 'Taken']);
});
