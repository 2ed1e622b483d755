import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeliveryError } from '../../../../src/features/mail/delivery/mail-transport.js';
import { SmtpTransport } from '../../../../src/features/mail/delivery/smtp-transport.js';
import { startSmtpServer, type TestSmtpServer } from '../../../support/smtp-server.js';

const parties = { from: { name: 'Portico', address: 'no-reply@portal.example.com' }, bcc: [] };
const mail = {
  id: '00000000-0000-4000-8000-000000000001',
  to: 'ada@a.example',
  template: 'PASSWORD_RESET',
  createdAt: new Date('2026-11-22T09:30:00Z'),
  subject: 'Hello',
  text: 'Hello\n',
  html: '<p>Hello</p>',
};

async function failureOf(
  server: TestSmtpServer,
  host: string,
  login: { user: string; password: string } | null,
) {
  const transport = new SmtpTransport(
    { host, port: server.port, secure: false, login, timeoutMs: 5_000 },
    parties,
  );
  try {
    await transport.send(mail, new AbortController().signal);
    return null;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return error;
  }
}

describe('our own login at the mail server', () => {
  const login = { user: 'portico', password: 'canary-of-the-relay' };
  let server: TestSmtpServer;
  let deaf: TestSmtpServer;
  let plain: TestSmtpServer;
  beforeAll(async () => {
    server = await startSmtpServer((step, about) =>
      step === 'auth' && about !== 'portico' ? '535 5.7.8 Authentication failed' : undefined,
    );
    deaf = await startSmtpServer(() => undefined, { disabledCommands: ['AUTH'] });
    plain = await startSmtpServer(() => undefined, { disabledCommands: ['STARTTLS'] });
  });
  afterAll(() => Promise.all([server.close(), deaf.close(), plain.close()]));

  test('is used', async () => {
    expect(await failureOf(server, '127.0.0.1', login)).toBeNull();
    expect(server.seen.get('auth')).toBe(1);
  });

  test('that is wrong costs no mail: it is tried again once that is mended', async () => {
    const failure = await failureOf(server, '127.0.0.1', { ...login, user: 'wrong' });
    expect(failure).toMatchObject({ permanent: false, code: '535' });
    expect(failure?.message).not.toContain(login.password);
  });

  test('goes over no line that is not encrypted, but on this machine', async () => {
    const before = server.seen.get('auth');
    // It encrypts, but nobody vouches for who it is.
    const unknown = await failureOf(server, '127.0.0.2', login);
    expect(unknown?.message).toMatch(/certificate/);
    expect(server.seen.get('auth')).toBe(before);
    expect(await failureOf(plain, '127.0.0.2', login)).toMatchObject({ permanent: false });
    expect(plain.taken).toEqual([]);
    expect(plain.seen.get('auth')).toBeUndefined();
  });

  test('is not left out where the server knows of none', async () => {
    expect(await failureOf(deaf, '127.0.0.1', login)).toMatchObject({ permanent: false });
    expect(deaf.taken).toEqual([]);
    expect(await failureOf(deaf, '127.0.0.1', null)).toBeNull();
  });
});

test.each([
  ['a server that turns everybody away', '554 5.3.2 Go away', 'connection', false, '554'],
  ['a sender that is to sign in first', '530 5.7.0 Authentication required', 'mail', false, '530'],
  ['a sender that it does not want', '550 5.7.1 Sender rejected', 'mail', true, '550'],
] as const)('%s is told apart from what is wrong with the mail', async (_what, line, at, permanent, code) => {
  const server = await startSmtpServer((step) => (step === at ? line : undefined));
  try {
    expect(await failureOf(server, '127.0.0.1', null)).toMatchObject({ permanent, code });
  } finally {
    await server.close();
  }
});

test('a server that is not there is tried again', async () => {
  const server = await startSmtpServer(() => undefined);
  await server.close();
  expect(await failureOf(server, '127.0.0.1', null)).toMatchObject({ permanent: false, code: 'ESOCKET' });
});
