import { z } from 'zod';
import { isPlainEmail, needsSmtpUtf8, withAsciiDomain } from '../shared/email.js';
import { parseHostAndPort, portContradiction, SMTP_HOST_WANTED } from './server-host.js';
import { type Checked, flag, port, whole } from './values.js';

const WANTED =
  'wanted an address, or a name and an address such as Portico <no-reply@example.com>, in ASCII before the @';
const NAME = /^[^\p{C}\p{Zl}\p{Zp}<>"]{1,100}$/u;

/** One line of printable text. */
const line = (max: number) =>
  z
    .string()
    .regex(
      new RegExp(`^[^\\p{C}\\p{Zl}\\p{Zp}]{1,${max}}$`, 'u'),
      `wanted one line of at most ${max} characters`,
    );

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'wanted a colour such as #1a5fb4');
const email = z.string().refine(isPlainEmail, 'wanted an e-mail address');

/** Whether every mail server takes the address, so that no mail fails because of its sender or its copies. */
const isAnywhere = (address: string) =>
  isPlainEmail(address) && !needsSmtpUtf8(address) && withAsciiDomain(address) !== null;

/** Removes spaces at both ends. Other white space stays, and is refused later. */
const trimSpaces = (text: string) => text.replace(/^ +| +$/g, '');

const sender = z.string().transform((text, context): MailSender => {
  const [, name, bracketed] = /^([^<]*)<([^<>]*)>$/.exec(text) ?? [];
  const found = { name: trimSpaces(name ?? '') || null, address: trimSpaces(bracketed ?? text) };
  if (isAnywhere(found.address) && (found.name === null || NAME.test(found.name))) return found;
  context.addIssue({ code: 'custom', message: WANTED });
  return z.NEVER;
});

const addresses = z
  .string()
  .transform((list) => list.split(',').map(trimSpaces))
  .refine(
    (list) => list.length <= 20 && list.every(isAnywhere),
    'wanted e-mail addresses separated by commas, at most 20, each in ASCII before the @',
  );

/** The environment variables of mail. */
export const mailSettings = {
  SMTP_HOST: z
    .string()
    .transform(trimSpaces)
    // TLS compares the name with a certificate, which has it in ASCII.
    .refine((text) => /^[\0-\x7f]+$/.test(text) && parseHostAndPort(text) !== null, SMTP_HOST_WANTED)
    .optional(),
  SMTP_PORT: port.optional(),
  SMTP_SECURE: flag.default(false),
  SMTP_USER: line(255).optional(),
  SMTP_PASSWORD: line(1024).optional(),
  SMTP_TIMEOUT_SECONDS: whole(1, 600).default(60),
  EMAIL_FROM: sender.optional(),
  EMAIL_BCC: addresses.default([]),
  BRAND_NAME: line(60).default('Portico'),
  BRAND_COLOR: colour.default('#1f4f82'),
  BRAND_BACKGROUND: colour.default('#f3f5f8'),
  SUPPORT_EMAIL: email.optional(),
};
type MailSettings = Checked<typeof mailSettings> & { NODE_ENV?: string | undefined };

/** The sender of mails. */
export interface MailSender {
  name: string | null;
  address: string;
}

/** The SMTP server that mails are sent through. */
export interface SmtpConfig {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS if the server offers it. */
  secure: boolean;
  /** With a login and without `secure`, STARTTLS is mandatory, except to this machine. */
  login: { user: string; password: string } | null;
}

/** How mails look, and how they are sent. */
export interface MailConfig {
  /** Null, only outside production, if no server is set: mails are then written to files. */
  smtp: SmtpConfig | null;
  /** The maximum duration of one attempt to send. */
  timeoutSeconds: number;
  from: MailSender;
  /** The addresses that get a blind copy of each mail, except of those that carry a password or an account link. */
  bcc: readonly string[];
  brand: { name: string; color: string; background: string };
  /** The address that readers of a mail may write to. */
  supportEmail: string | null;
}

/** Settings that are missing but needed by the others, or that contradict each other. */
export function mailProblems(s: MailSettings): string[] {
  const problems = portContradiction('SMTP', s.SMTP_PORT, parseHostAndPort(s.SMTP_HOST ?? '')?.port);
  const production = s.NODE_ENV === 'production';
  if (production && s.SMTP_HOST === undefined) {
    problems.push('SMTP_HOST: missing; wanted the mail server that mails are sent through');
  }
  if (s.EMAIL_FROM === undefined && (production || s.SMTP_HOST !== undefined)) {
    problems.push(`EMAIL_FROM: missing; ${WANTED}`);
  }
  for (const [name, other] of [
    ['SMTP_USER', 'SMTP_PASSWORD'],
    ['SMTP_PASSWORD', 'SMTP_USER'],
  ] as const) {
    if (s[name] === undefined && s[other] !== undefined) problems.push(`${name}: missing; ${other} needs it`);
  }
  return problems;
}

/** The configuration of mails, from its settings. */
export function toMail(s: MailSettings): MailConfig {
  const server = parseHostAndPort(s.SMTP_HOST ?? '');
  const { SMTP_SECURE: secure, SMTP_USER: user, SMTP_PASSWORD: password } = s;
  const login = user === undefined || password === undefined ? null : { user, password };
  const from = s.EMAIL_FROM ?? { name: null, address: 'no-reply@portico.invalid' };
  return {
    smtp: server && {
      host: server.host,
      port: s.SMTP_PORT ?? server.port ?? (secure ? 465 : 587),
      secure,
      login,
    },
    timeoutSeconds: s.SMTP_TIMEOUT_SECONDS,
    from: { ...from, name: from.name ?? s.BRAND_NAME },
    bcc: s.EMAIL_BCC,
    brand: { name: s.BRAND_NAME, color: s.BRAND_COLOR, background: s.BRAND_BACKGROUND },
    supportEmail: s.SUPPORT_EMAIL ?? null,
  };
}
