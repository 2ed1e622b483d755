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
  more: { to?: string; from?: string } = {},
) {
  const from = { ...parties.from, ...(more.from !== undefined && { address: more.from }) };
  const transport = new SmtpTransport(
    { host, port: server.port, secure: false, login, timeoutMs: 5_000 },
    { ...parties, from },
  );
  try {
    await transport.send({ ...mail, to: more.to ?? mail.to }, new AbortController().signal);
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

describe('an address beyond ASCII', () => {
  let modern: TestSmtpServer;
  let old: TestSmtpServer;
  beforeAll(async () => {
    modern = await startSmtpServer(() => undefined);
    old = await startSmtpServer(() => undefined, { hideSMTPUTF8: true });
  });
  afterAll(() => Promise.all([modern.close(), old.close()]));

  test('before the @ is never given to a server that does not know such addresses', async () => {
    for (const to of ['jörg@a.example', 'ada@bücher.example', 'jörg@bücher.example', '用户@a.example']) {
      const failure = await failureOf(old, '127.0.0.1', null, { to });
      if (to.startsWith('ada')) expect(failure).toBeNull();
      else expect(failure).toMatchObject({ permanent: true, code: 'SMTPUTF8', message: /SMTPUTF8/ });
    }
    expect(old.seen.get('mail')).toBe(1);
    expect(old.taken).toHaveLength(1);
    expect(old.received()).not.toMatch(/[^\0-\x7f]/);
  });

  test('goes as it is to one that does', async () => {
    expect(await failureOf(modern, '127.0.0.1', null, { to: 'jörg@a.example' })).toBeNull();
    expect(modern.taken.at(-1)?.to).toEqual(['jörg@a.example']);
    expect(modern.received()).toMatch(/^MAIL FROM:<no-reply@portal\.example\.com> SMTPUTF8\r$/m);
    expect(Buffer.from(modern.taken.at(-1)?.raw ?? '', 'latin1').toString()).toMatch(
      /^To: jörg@a\.example\r$/m,
    );
  });

  test('in a domain is punycode in the envelope, in the headers and in the message id', async () => {
    const addresses = { from: 'no-reply@Süd.example', to: 'ada@BÜCHER.example' };
    expect(await failureOf(old, '127.0.0.1', null, addresses)).toBeNull();
    const { raw = '' } = old.taken.at(-1) ?? {};
    expect(old.received()).toMatch(/^MAIL FROM:<no-reply@xn--sd-xka\.example>\r$/m);
    expect(old.received()).toMatch(/^RCPT TO:<ada@xn--bcher-kva\.example>\r$/m);
    expect(raw).toMatch(/^From: Portico <no-reply@xn--sd-xka\.example>\r$/m);
    expect(raw).toMatch(/^To: ada@xn--bcher-kva\.example\r$/m);
    expect(raw).toContain(`Message-ID: <${mail.id}@xn--sd-xka.example>\r\n`);
    expect(raw).not.toMatch(/[^\0-\x7f]/);
  });

  test('in a domain that has no punycode is given up, with the reason', async () => {
    const failure = await failureOf(modern, '127.0.0.1', null, { to: 'ada@xn--ü.example' });
    expect(failure).toMatchObject({ permanent: true, code: 'ADDRESS' });
  });
});

test('a server that is not there is tried again', async () => {
  const server = await startSmtpServer(() => undefined);
  await server.close();
  expect(await failureOf(server, '127.0.0.1', null)).toMatchObject({ permanent: false, code: 'ESOCKET' });
});
