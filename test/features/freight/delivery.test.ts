import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeactivatePortalUserDocument,
  LogoutDocument,
  type ProofOfDeliveryInput,
  UpdateConnoteStatusDocument,
} from '../../../schema/operations.generated.js';
import { type LocalDatabase, openLocalDatabase } from '../../../src/composition/local-database.js';
import { parseConfig } from '../../../src/config.js';
import type { Tx } from '../../../src/db/in-transaction.js';
import { Jobs } from '../../../src/db/jobs.js';
import { FolderFileStore } from '../../../src/features/freight/files/folder-file-store.js';
import { SignedAccess } from '../../../src/features/freight/files/signed-access.js';
import { ProofStore } from '../../../src/features/freight/proof/proof.store.js';
import { withSignature } from '../../../src/features/freight/proof/with-signature.js';
import type { Accounts } from '../../support/accounts.js';
import { trailOf } from '../../support/audit-trail.js';
import { type As, type Deliveries, startDeliveries } from '../../support/deliveries.js';
import { HIDDEN, picture } from '../../support/images.js';
import { readPdf } from '../../support/read-pdf.js';
import { rest } from '../../support/rest.js';
import { runCommand } from '../../support/run-command.js';
import { S3Server } from '../../support/s3-server.js';
import type { AnsweredError, TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const SECRET_KEY = randomBytes(48).toString('base64');
const ALL = ['customer1', 'operations1', 'admin1', 'driver1', 'warehouse1'] as const;

let app: TestApp;
let accounts: Accounts;
let deliveries: Deliveries;
let otherDriver: { token: string };
let signaturePng: string;

beforeAll(async () => {
  ({ app, accounts, deliveries, otherDriver } = await startDeliveries({ SECRET_KEY }));
  const drawn = sharp({ create: { width: 300, height: 100, channels: 4, background: '#0000ff80' } });
  const png = await drawn
    .withExif({ IFD0: { ImageDescription: HIDDEN } })
    .png()
    .toBuffer();
  signaturePng = png.toString('base64');
});
afterAll(() => app.stop());

const signatures = async () => (await deliveries.files())['signatures'] ?? 0;
const waitingDeletions = async () =>
  (await app.database("select from pgboss.job where name = 'file-deletion' and state < 'completed'")).length;
const problemsOf = ({ errors }: { errors: AnsweredError[] }) =>
  errors.flatMap(({ extensions: { code, fields = [] } }) =>
    fields.map((field) => [code, field.path, field.message]),
  );

/** A delivered connote with a signature and two photos. */
async function delivered() {
  const id = await deliveries.connote();
  const photoIds = [await deliveries.photo(id), await deliveries.photo(id, '?kind=DAMAGE&note=dent')];
  const { errors } = await deliveries.deliver(id, { receivedBy: 'Kim Lee', signaturePng, photoIds });
  expect(errors).toEqual([]);
  return { id, photoIds };
}

/** Holds that a delivery is refused and leaves everything as it was. */
async function expectRefused(id: string, proof: ProofOfDeliveryInput, as: As = 'driver1') {
  const before = await signatures();
  const answer = await deliveries.deliver(id, proof, as);
  expect(answer.errors).not.toEqual([]);
  expect(await deliveries.statusOf(id)).toBe('IN_TRANSIT');
  const { proofOfDelivery } = await deliveries.must(id);
  expect(proofOfDelivery).toBeNull();
  await until(async () => (await signatures()) === before);
  return answer;
}

describe('a delivery', () => {
  test('is proven by who received it, a signature and photos, and those concerned see them', async () => {
    const { id, photoIds } = await delivered();
    for (const as of ALL) {
      const { proofOfDelivery, photos, status } = await deliveries.must(id, as);
      expect(status).toBe('DELIVERED');
      expect(proofOfDelivery).toMatchObject({
        receivedBy: 'Kim Lee',
        photos: photoIds.map((one) => ({ id: one })),
      });
      expect(photos).toMatchObject([{ kind: 'DELIVERY' }, { kind: 'DAMAGE', note: 'dent' }]);
      const addresses = photos.flatMap(({ url, thumbnailUrl }) => [url, thumbnailUrl]);
      for (const address of addresses) expect((await deliveries.open(address)).status).toBe(200);
      const signature = await deliveries.open(String(proofOfDelivery?.signatureUrl));
      expect([signature.status, signature.headers.get('content-type')]).toEqual([200, 'image/png']);
      const bytes = Buffer.from(await signature.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 300, height: 100 });
      expect(bytes.includes(HIDDEN)).toBe(false);
    }
    for (const as of ['customer2', 'customerall', otherDriver] as const) {
      expect(await deliveries.seen(id, as)).toBeNull();
      for (const file of [`photos/${photoIds[0]}`, `photos/${photoIds[0]}/thumbnail`, 'signature'])
        expect((await rest(app, 'GET', `/api/connotes/${id}/${file}`, { as })).status).toBe(404);
    }
  });

  test('is written down with its proof', async () => {
    const id = await deliveries.connote();
    const photoIds = [await deliveries.photo(id)];
    const answer = await deliveries.deliver(id, { receivedBy: 'Kim', signaturePng, photoIds });
    expect(await trailOf(app, answer)).toMatchObject([
      {
        ...{ action: 'CONNOTE_STATUS_CHANGED', actor: 'driver1' },
        facts: { status: 'DELIVERED', receivedBy: 'Kim', signed: true, photos: photoIds },
      },
    ]);
  });

  test('needs no files, and then has none', async () => {
    const id = await deliveries.connote();
    expect((await deliveries.deliver(id, { receivedBy: 'Kim' })).errors).toEqual([]);
    const { proofOfDelivery } = await deliveries.must(id, 'customer1');
    expect(proofOfDelivery).toMatchObject({ receivedBy: 'Kim', signatureUrl: null, photos: [] });
    expect((await rest(app, 'GET', `/api/connotes/${id}/signature`)).status).toBe(404);
  });

  test('without a proof has none', async () => {
    const id = await deliveries.connote();
    expect((await deliveries.deliver(id, null)).errors).toEqual([]);
    expect((await deliveries.must(id, 'customer1')).proofOfDelivery).toBeNull();
  });

  test('takes photos of this connote that no proof uses, each once, and refuses all others alike', async () => {
    const id = await deliveries.connote();
    const [own, foreign, used] = [
      await deliveries.photo(id),
      await deliveries.photo(await deliveries.connote()),
      (await delivered()).photoIds[0] ?? '',
    ];
    const photoIds = [own, foreign, used, NOBODYS, own];
    const answer = await expectRefused(id, { receivedBy: 'Kim', signaturePng, photoIds });
    const wanted = 'wanted a photo of this connote, of the kind DELIVERY or DAMAGE, that no proof uses';
    expect(problemsOf(answer)).toEqual([
      ['BAD_USER_INPUT', 'input.proof.photoIds.1', `found "${foreign}"; ${wanted}`],
      ['BAD_USER_INPUT', 'input.proof.photoIds.2', `found "${used}"; ${wanted}`],
      ['BAD_USER_INPUT', 'input.proof.photoIds.3', `found "${NOBODYS}"; ${wanted}`],
      ['BAD_USER_INPUT', 'input.proof.photoIds.4', `found "${own}" again; ${wanted}`],
    ]);
    const reasons = answer.errors[0]?.extensions.fields?.map(({ reason }) => reason);
    expect(reasons).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'DUPLICATE']);
    await expectRefused(id, { receivedBy: 'Kim', photoIds: Array.from({ length: 6 }, () => own) });
    // It is still there to be used.
    const { errors } = await deliveries.deliver(id, { receivedBy: 'Kim', photoIds: [own.toUpperCase()] });
    expect(errors).toEqual([]);
  });

  test.each<[string, () => Promise<string> | string, RegExp]>([
    [
      'a JPEG',
      async () => (await picture().jpeg().toBuffer()).toString('base64'),
      /^found JPEG; wanted .* PNG/,
    ],
    [
      'too long',
      () => Buffer.alloc(102_401).toString('base64'),
      /^found 102401 bytes; wanted at most 102400/,
    ],
    ['no base64', () => 'data:image/png;base64,AAAA', /^found no base64/],
    ['cut off', () => signaturePng.slice(0, 200), /cut off or damaged/],
    ['empty', () => '', /^found no base64/],
  ])('is refused with a signature that is %s', async (_what, make, message) => {
    const answer = await expectRefused(await deliveries.connote(), {
      receivedBy: 'Kim',
      signaturePng: await make(),
    });
    const path = 'input.proof.signaturePng';
    expect(problemsOf(answer)).toEqual([['BAD_USER_INPUT', path, expect.stringMatching(message)]]);
  });

  test('by another driver is as if there were no connote, however good the signature', async () => {
    const answer = await expectRefused(
      await deliveries.connote(),
      { receivedBy: 'X', signaturePng },
      otherDriver,
    );
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('that can not be written down does not happen, and leaves no file', async () => {
    const id = await deliveries.connote();
    const photoId = await deliveries.photo(id);
    const proof = { receivedBy: 'Kim', signaturePng, photoIds: [photoId] };
    await accounts.withoutAudit(() => expectRefused(id, proof));
    expect((await deliveries.deliver(id, proof)).errors).toEqual([]);
  });

  test('made twice at once happens once, and no file of the other is left', async () => {
    const id = await deliveries.connote();
    const before = await signatures();
    const answers = await Promise.all(
      ['Kim', 'Robin'].map((receivedBy) => deliveries.deliver(id, { receivedBy, signaturePng })),
    );
    const refused = answers.flatMap(({ errors }) => errors);
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
    expect(refused[0]?.message).toContain('DELIVERED');
    const winner = answers[0]?.errors.length === 0 ? 'Kim' : 'Robin';
    const { proofOfDelivery } = await deliveries.must(id);
    expect(proofOfDelivery?.receivedBy).toBe(winner);
    await until(async () => (await signatures()) === before + 1);
    expect((await deliveries.open(String(proofOfDelivery?.signatureUrl))).status).toBe(200);
  });

  test('stays as it was proven, even for whoever has the database', async () => {
    const { id, photoIds } = await delivered();
    const again = await deliveries.deliver(id, { receivedBy: 'Mallory' });
    expect(again.errors[0]?.extensions.code).toBe('CONFLICT');
    for (const [sql, value] of [
      ["update delivery_proof set received_by = 'Mallory' where connote_id = $1", id],
      ['update delivery_proof set signature_key = null where connote_id = $1', id],
      ['delete from delivery_proof where connote_id = $1', id],
      ["update connote_photo set photo_key = 'photos/x.jpg' where id = $1", photoIds[0]],
      ['delete from connote_photo where id = $1', photoIds[0]],
      ['truncate delivery_proof cascade'],
      ['truncate connote_photo'],
      ['truncate connote cascade'],
      ['set local session_replication_role = replica; truncate connote_photo'],
      ['set local session_replication_role = replica; truncate delivery_proof, connote_photo'],
    ])
      await expect(app.database(String(sql), value === undefined ? [] : [value])).rejects.toThrow(
        'a proof of delivery is written once',
      );
    expect((await deliveries.must(id)).proofOfDelivery).toMatchObject({
      ...{ receivedBy: 'Kim Lee', photos: photoIds.map((one) => ({ id: one })) },
    });
  });
});

describe('a signature that is stored', () => {
  let database: LocalDatabase;
  beforeAll(async () => {
    database = await openLocalDatabase(parseConfig({ DATABASE_URL: app.databaseUrl }));
  });
  afterAll(() => database.close());

  interface Interruption {
    /** Called once the file is in the folder, before the store says so. */
    onStored?: () => Promise<void>;
    /** Called after each commit, before its answer arrives. */
    onCommit?: () => void;
    /** Called in the transaction, once the proof is written. */
    onWritten?: () => void;
  }
  /** Writes a proof as a delivery does, in a process to which something happens on the way. */
  function write(connoteId: string, { onStored, onCommit, onWritten }: Interruption): Promise<void> {
    const { dataSource } = database;
    const files = new FolderFileStore(deliveries.folder, { onFailure: () => {} });
    const put = files.put.bind(files);
    files.put = async (...file) => {
      await put(...file);
      await onStored?.();
    };
    const committing: DataSource = Object.assign(Object.create(dataSource), {
      transaction: async (work: (tx: Tx) => Promise<unknown>) => {
        const result = await dataSource.transaction(work);
        onCommit?.();
        return result;
      },
    });
    const parts = { dataSource: committing, files, jobs: new Jobs(dataSource) };
    return withSignature(parts, { signaturePng, path: 'signaturePng' }, async (tx, signatureKey) => {
      const { driverId: byId } = deliveries.people;
      const proof = { connoteId, receivedBy: 'Kim', note: null, at: new Date(), byId, signatureKey };
      await new ProofStore(dataSource).insert(tx, proof);
      onWritten?.();
    });
  }
  const afterAnHour = () =>
    app.database(
      "update pgboss.job set start_after = start_after - interval '1 hour' where name = 'file-deletion' and state = 'created'",
    );
  const isServed = async (connoteId: string) =>
    (await rest(app, 'GET', `/api/connotes/${connoteId}/signature`)).status === 200;
  const fail = (message: string) => () => {
    throw new Error(message);
  };

  test('by a process that is killed then is deleted within the hour; what was delivered stays', async () => {
    const { id, photoIds } = await delivered();
    const before = await signatures();
    await new Promise<void>((resolve) => {
      const killed = async () => {
        resolve();
        await new Promise(() => {});
      };
      void deliveries.connote().then((lost) => write(lost, { onStored: killed }));
    });
    expect(await signatures()).toBe(before + 1);
    await afterAnHour();
    await until(async () => (await signatures()) === before);
    expect(await isServed(id)).toBe(true);
    for (const photo of photoIds)
      for (const file of [photo, `${photo}/thumbnail`])
        expect((await rest(app, 'GET', `/api/connotes/${id}/photos/${file}`)).status).toBe(200);
  });

  test('too late is refused, and deleted: no proof refers to a file that is gone', async () => {
    const id = await deliveries.connote();
    const before = await signatures();
    const onStored = async () => {
      await afterAnHour();
      await until(async () => (await signatures()) === before);
    };
    await expect(write(id, { onStored })).rejects.toMatchObject({
      ...{ code: 'INTERNAL_SERVER_ERROR', extensions: { retryable: true } },
    });
    expect((await deliveries.must(id)).proofOfDelivery).toBeNull();
  });

  test('stays once its proof is there, even if the answer of the database was lost; otherwise it goes', async () => {
    const [kept, dropped] = [await deliveries.connote(), await deliveries.connote()];
    const before = await signatures();
    let commits = 0;
    const onCommit = () => {
      commits += 1;
      // The first sent the job.
      if (commits === 2) throw new Error('connection lost');
    };
    await expect(write(kept, { onCommit })).rejects.toThrow('connection lost');
    await expect(write(dropped, { onWritten: fail('connection lost') })).rejects.toThrow('connection lost');
    await afterAnHour();
    await until(async () => (await waitingDeletions()) === 0);
    expect(await signatures()).toBe(before + 1);
    expect(await isServed(kept)).toBe(true);
    expect((await deliveries.must(dropped)).proofOfDelivery).toBeNull();
  });
});

describe('an address of a file', () => {
  let id: string;
  let photoId: string;
  beforeAll(async () => {
    const made = await delivered();
    ({ id } = made);
    photoId = made.photoIds[0] ?? '';
  });
  const resource = () => `connotes/${id}/photos/${photoId}`;
  const openWith = async (access: string, path = resource()) => {
    const response = await fetch(`${app.url}/api/${path}?access=${access}`);
    return {
      status: response.status,
      body: response.status === 200 ? {} : ((await response.json()) as object),
    };
  };
  const sessionOf = async (login: string): Promise<string> => {
    await app.tokenOf(login);
    const [row] = await app.database(
      'select s.id from session s join portal_user u on u.id = s.user_id where u.username = $1 and s.revoked_at is null',
      [login],
    );
    return String(row?.['id']);
  };
  const signer = (now = new Date(), key = SECRET_KEY) => new SignedAccess([key], () => now);
  /** A login of its own with an address of the photo. */
  const withAddress = async () => {
    const login = await accounts.made({ role: 'OPERATIONS' });
    const token = await app.tokenOf(login.username, login.password);
    const { photos } = await deliveries.must(id, { token });
    const address = String(photos[0]?.url);
    expect((await deliveries.open(address)).status).toBe(200);
    return { ...login, token, address, statusNow: async () => (await deliveries.open(address)).status };
  };

  test('opens nothing once it has expired, for another file, or with another signature, all with one answer', async () => {
    const session = await sessionOf('operations1');
    const good = signer().sign(resource(), session, 600);
    expect((await openWith(good)).status).toBe(200);
    const late = signer(new Date(Date.now() - 601_000)).sign(resource(), session, 600);
    const forged = signer(new Date(), randomBytes(48).toString('base64')).sign(resource(), session, 600);
    const answers = [
      await openWith(late),
      await openWith(forged),
      await openWith(`${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`),
      await openWith(''),
      await openWith(`${good}&access=${good}`),
      await openWith(good, `${resource()}/thumbnail`),
      await openWith(good, `connotes/${id}/signature`),
      await openWith(good, `connotes/${id}/connote.pdf`),
      await openWith(signer().sign(resource(), NOBODYS, 600)),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
    }
    expect(good).not.toBe(forged);
  });

  test('opens only what its session may see at that moment', async () => {
    for (const login of ['customer2', 'customerall'])
      expect((await openWith(signer().sign(resource(), await sessionOf(login), 600))).status).toBe(404);
    const other = await deliveries.connote();
    const { documentUrl } = await deliveries.must(other, 'driver1');
    expect((await deliveries.open(documentUrl)).status).toBe(200);
    const reallocate =
      'update connote set driver_id = u.id from portal_user u where connote.id = $1 and u.username = $2';
    await app.database(reallocate, [other, 'admin1']);
    expect((await deliveries.open(documentUrl)).status).toBe(404);
  });

  test('is dead once its session has ended, its login is inactive, or a new password must be chosen', async () => {
    const [out, off, must] = [await withAddress(), await withAddress(), await withAddress()];
    await app.ask(LogoutDocument, {}, { token: out.token });
    expect(await out.statusNow()).toBe(401);
    await app.ask(DeactivatePortalUserDocument, { id: off.id }, 'admin1');
    expect(await off.statusNow()).toBe(401);
    await app.database('update portal_user set must_change_password = true where id = $1', [must.id]);
    expect(await must.statusNow()).toBe(403);
  });

  test('does not upload, and an access token beside it decides alone', async () => {
    const session = await sessionOf('driver1');
    const access = signer().sign(`connotes/${id}/photos`, session, 600);
    const response = await fetch(`${app.url}/api/connotes/${id}/photos?access=${access}`, { method: 'POST' });
    expect(response.status).toBe(401);
    const good = signer().sign(resource(), session, 600);
    const address = `${app.url}/api/${resource()}?access=${good}`;
    expect((await deliveries.open(address, await app.tokenOf('customer2'))).status).toBe(404);
    expect((await deliveries.open(address, 'a.b.c')).status).toBe(401);
  });

  test('is in no line of the log', async () => {
    const access = signer().sign(resource(), await sessionOf('admin1'), 600);
    expect((await openWith(access)).status).toBe(200);
    await until(() => app.log.some((line) => line.includes(resource())));
    expect(app.log.join('\n')).not.toContain(access);
    expect(app.log.join('\n')).not.toContain('access=');
  });
});

describe('paper', () => {
  test('is printed for each role that sees the connote, and is not there for others', async () => {
    const id = await deliveries.connote('ALLOCATED');
    for (const as of ALL) {
      const { documentUrl, labelUrl, number } = await deliveries.must(id, as);
      for (const [address, name] of [
        [documentUrl, 'connote'],
        [labelUrl, 'label'],
      ]) {
        const response = await deliveries.open(String(address));
        expect(Object.fromEntries(response.headers)).toMatchObject({
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename=${number}-${name}.pdf`,
          'x-content-type-options': 'nosniff',
        });
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
        // Reading a PDF takes long, so it is read for two of them.
        if (as !== 'warehouse1' && as !== 'driver1') continue;
        // Names and phones of contacts aren't for the warehouse, as in GraphQL.
        const pdf = await readPdf(bytes);
        const printed = pdf.pages.map(({ text }) => text).join('\n');
        expect(printed).toContain(number);
        expect(printed.includes('5550 1234')).toBe(as !== 'warehouse1');
      }
      expect((await rest(app, 'GET', `/api/connotes/${id.toUpperCase()}/label.pdf`, { as })).status).toBe(
        200,
      );
    }
    const waiting = await deliveries.connote('PENDING');
    for (const name of ['connote.pdf', 'label.pdf']) {
      for (const as of ['customer2', 'customerall', otherDriver] as const)
        expect((await rest(app, 'GET', `/api/connotes/${id}/${name}`, { as })).status).toBe(404);
      expect((await rest(app, 'GET', `/api/connotes/${waiting}/${name}`, { as: 'warehouse1' })).status).toBe(
        404,
      );
      expect((await rest(app, 'GET', `/api/connotes/${id}/${name}`, { as: null })).status).toBe(401);
    }
  });
});

describe('papers that take long', () => {
  let id: string;
  beforeAll(async () => {
    id = await deliveries.connote();
    const items = JSON.stringify([{ packaging: 'CARTON', quantity: 1_000, weightKg: '1.000' }]);
    await app.database('update connote set items = $2 where id = $1', [id, items]);
  });

  test('are two of a login at a time, whatever address it uses, and others get theirs', async () => {
    const { labelUrl, documentUrl } = await deliveries.must(id, 'customer1');
    const token = await app.tokenOf('customer1');
    const answers = await Promise.all([
      ...[labelUrl, labelUrl, documentUrl, labelUrl].map((address) => deliveries.open(address)),
      ...[labelUrl, documentUrl].map((address) => deliveries.open(address, token)),
    ]);
    const other = await rest(app, 'GET', `/api/connotes/${id}/label.pdf`, { as: 'driver1' });
    expect(other.status).toBe(200);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    const refused = answers.find(({ status }) => status === 429) as Response;
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 5 });
  });

  test('are not printed any further once the client has hung up', async () => {
    const headers = { authorization: `Bearer ${await app.tokenOf('customer1')}` };
    const get = (name: string, signal?: AbortSignal) =>
      fetch(`${app.url}/api/connotes/${id}/${name}.pdf`, { headers, ...(signal && { signal }) });
    let threads = 0;
    const onThread = () => {
      threads += 1;
    };
    process.on('worker', onThread);
    // Printing is ended with its thread, so the next paper starts another. One that was quick is not ended.
    await until(async () => {
      const gone = new AbortController();
      app.clear();
      const answers = ['label', 'label'].map((name) => get(name, gone.signal).catch(() => null));
      await until(() => app.databaseQueries.filter((sql) => /\bconnote\b/.test(sql)).length === 2);
      const whileItPrints = await get('connote');
      threads = 0;
      gone.abort();
      await Promise.all(answers);
      await until(async () => (await get('connote')).status === 200);
      return whileItPrints.status === 429 && threads === 1;
    });
    process.off('worker', onThread);
  });
});

test('a hundred connotes with proofs and photos take as many queries as one', async () => {
  const marked = 'MANY-';
  await app.database(
    `with many as (
       insert into connote (number, customer_id, driver_id, status, service, pickup, delivery, items, weight_kg,
         chargeable_weight_kg, currency, total_amount, tracking_token, delivered_at)
       select $3 || n, $1, $2, 'DELIVERED', 'STANDARD', '{"suburb": "A", "state": "B", "country": "AU"}',
         '{"suburb": "A", "state": "B", "country": "AU"}', '[]', 1, 1, 'AUD', 1, $3 || n, now()
       from generate_series(1, 100) n returning id
     ), proofs as (
       insert into delivery_proof (connote_id, received_by, at, by_id, signature_key)
       select id, 'Kim', now(), $2, 'signatures/x.png' from many returning connote_id
     )
     insert into connote_photo (connote_id, kind, taken_at, by_id, width, height, photo_key, thumbnail_key, proof_of)
     select connote_id, kind, now(), $2, 1, 1, 'photos/x.jpg', 'thumbnails/x.jpg',
       case kind when 'DELIVERY' then connote_id end
     from proofs, unnest(array['DELIVERY', 'BEFORE', 'DELIVERY', 'AFTER', 'DELIVERY']) kind`,
    [deliveries.people.customerId, deliveries.people.driverId, marked],
  );
  const list = `query($first: Int) { connotes(filter: { search: "${marked}" }, first: $first) { nodes {
    proofOfDelivery { receivedBy signatureUrl photos { id } } photos { url thumbnailUrl by { name } }
    servicePhotos { url thumbnailUrl by { name } } documentUrl } } }`;
  const queriesFor = async (first: number) => {
    app.clear();
    const { data, errors } = await app.ask<
      { connotes: { nodes: { photos: object[]; servicePhotos: object[]; proofOfDelivery: object }[] } },
      object
    >(list, { first }, 'customer1');
    expect(errors).toEqual([]);
    expect(
      data?.connotes.nodes.map(({ photos, servicePhotos }) => [photos.length, servicePhotos.length]),
    ).toEqual(Array.from({ length: first }, () => [3, 2]));
    expect(data?.connotes.nodes.every(({ proofOfDelivery }) => proofOfDelivery)).toBe(true);
    return app.databaseQueries.length;
  };
  expect(await queriesFor(1)).toBe(await queriesFor(100));
  expect(app.databaseQueries.filter((sql) => /"?(connote_photo|delivery_proof)"?/.test(sql))).toHaveLength(2);
});

test('with a bucket, files are in the bucket; while it refuses, nothing happens', async () => {
  const bucket = await new S3Server().start();
  const sibling = await app.sibling(bucket.settings);
  try {
    const id = await deliveries.connote();
    const before = await deliveries.files();
    const bytes = await picture().jpeg().toBuffer();
    const send = () =>
      rest(sibling, 'POST', `/api/connotes/${id}/photos`, {
        ...{ as: 'driver1' as const, body: bytes, headers: { 'content-type': 'image/jpeg' } },
      });
    const deliver = () =>
      sibling.ask(
        UpdateConnoteStatusDocument,
        { input: { id, to: 'DELIVERED', proof: { receivedBy: 'Kim', signaturePng } } },
        'driver1',
      );
    bucket.fault = { status: 403, code: 'AccessDenied' };
    expect(await send()).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
    const { errors } = await deliver();
    expect(errors[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', retryable: true });
    expect(await deliveries.statusOf(id)).toBe('IN_TRANSIT');
    expect((await deliveries.must(id)).photos).toEqual([]);
    bucket.fault = null;
    const { body } = await send();
    expect((await deliver()).errors).toEqual([]);
    expect([...bucket.objects.keys()].map((key) => key.split('/')[0]).sort()).toEqual([
      'photos',
      'signatures',
      'thumbnails',
    ]);
    const photo = await rest(sibling, 'GET', `/api/connotes/${id}/photos/${body.id}`, { as: 'driver1' });
    expect([photo.status, photo.type]).toEqual([200, 'image/jpeg']);
    expect(await deliveries.files()).toEqual(before);
  } finally {
    await sibling.stop();
    await bucket.stop();
  }
});

test('seeding the demo freight anew deletes the files of the old one', async () => {
  const seed = (...options: string[]) =>
    runCommand(['seed', ...options], { settings: { DATABASE_URL: app.databaseUrl } });
  expect((await seed()).code).toBe(0);
  const [row] = await app.database("select id from connote where number = 'CN-TEST-003'");
  const id = String(row?.['id']);
  const before = await deliveries.files();
  const photoIds = [await deliveries.photo(id)];
  await deliveries.photo(id);
  const answer = await deliveries.deliver(id, { receivedBy: 'Kim', signaturePng, photoIds });
  expect(answer.errors).toEqual([]);
  expect(await deliveries.files()).not.toEqual(before);
  expect((await seed('--reset')).code).toBe(0);
  await until(async () => JSON.stringify(await deliveries.files()) === JSON.stringify(before));
});
