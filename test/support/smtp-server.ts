import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** Where a mail server stands with a mail. At `end` it has all of it and has said nothing yet. */
export type SmtpStep = 'connection' | 'auth' | 'mail' | 'recipient' | 'data' | 'end' | 'replied';

/**
 * What it does then: goes on, refuses with a line of SMTP, hangs up, or says nothing for good, at `end` also after it took
 * the mail.
 */
export type SmtpAnswer =
  | undefined
  | `${4 | 5}${string}`
  | 'hang up'
  | 'say nothing'
  | 'take it and say nothing';

/** A mail that the server has taken: its envelope, and every byte of it. */
export interface TakenMail {
  from: string;
  to: string[];
  raw: string;
}

export interface TestSmtpServer {
  port: number;
  taken: TakenMail[];
  /** Every byte that came, before the server decodes it, as latin1. */
  received(): string;
  /** How often each step was reached. */
  seen: Map<SmtpStep, number>;
  close(): Promise<void>;
}

/**
 * A real SMTP server on this machine.
 *
 * @param answer decides what it does, by the step and the address or login that it is about; at `data` and after, the
 * recipients with commas between
 */
export async function startSmtpServer(
  answer: (step: SmtpStep, about: string) => SmtpAnswer | Promise<SmtpAnswer>,
  options: SMTPServerOptions = {},
): Promise<TestSmtpServer> {
  const taken: TakenMail[] = [];
  const seen = new Map<SmtpStep, number>();
  const received: Buffer[] = [];
  const step = async (
    at: SmtpStep,
    about: string,
    id: string,
    go: (error?: Error | null, silent?: boolean) => void,
  ) => {
    seen.set(at, (seen.get(at) ?? 0) + 1);
    const answered = await answer(at, about);
    if (answered === undefined) go();
    else if (answered === 'hang up') hangUp(id);
    else if (answered === 'take it and say nothing') go(null, true);
    else if (answered !== 'say nothing') go(refusal(answered));
  };
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: true,
    closeTimeout: 100,
    disableReverseLookup: true,
    onConnect: ({ id }, go) => {
      for (const socket of socketsOf(id)) socket.on('data', (bytes: Buffer) => received.push(bytes));
      void step('connection', '', id, go);
    },
    onAuth: ({ username = '' }, { id }, go) =>
      void step('auth', username, id, (error) => (error ? go(error) : go(null, { user: username }))),
    onMailFrom: ({ address }, { id }, go) => void step('mail', address, id, go),
    onRcptTo: ({ address }, { id }, go) => void step('recipient', address, id, go),
    onData: (stream, { id, envelope }, go) => {
      const to = envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      const about = to.join(', ');
      const atEnd = async () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const mail = { from, to, raw: Buffer.concat(chunks).toString('latin1') };
        await step('end', about, id, (error, silent) => {
          if (!error) taken.push(mail);
          if (silent) return;
          go(error);
          setImmediate(() => void step('replied', about, id, () => {}));
        });
      };
      void step('data', about, id, (error) => {
        if (error) {
          stream.on('end', () => go(error)).resume();
          return;
        }
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void atEnd());
      });
    },
    ...options,
  });
  const socketsOf = (id: string) =>
    [...server.connections]
      .map((connection) => connection as unknown as { id: string; _socket: Socket })
      .filter((connection) => connection.id === id)
      .map(({ _socket }) => _socket);
  const hangUp = (id: string) => {
    for (const socket of socketsOf(id)) socket.destroy();
  };
  // A client that is gone is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.server.address() as AddressInfo;
  const all = () => Buffer.concat(received).toString('latin1');
  return { port, taken, seen, received: all, close: () => new Promise((resolve) => server.close(resolve)) };
}

function refusal(line: string): Error {
  return Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) });
}
