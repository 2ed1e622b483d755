import { isIPv6 } from 'node:net';

/** A server as a setting names it, taken apart. */
export interface ServerAddress {
  host: string;
  port?: number;
  /** A named SQL Server instance. */
  instance?: string;
}

const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,254}$/u;
const INSTANCE = /^[\p{L}_#&][\p{L}\p{N}_#$&]{0,15}$/u;
/** This machine, as SQL Server's tools call it. */
const THIS_MACHINE = /^(\.|\(local\))$/i;

/** What a setting that names a PostgreSQL server takes. */
export const POSTGRES_HOST_WANTED =
  'wanted the name or address of a server, such as db.example.com, db.example.com:5432 or [fd00::1]:5432';
/** What the setting that names a mail server takes. */
export const SMTP_HOST_WANTED =
  'wanted the ASCII name or the address of a mail server, such as mail.example.com, mail.example.com:587 or [fd00::1]:587';
/** What a setting that names a SQL Server takes. */
export const MSSQL_HOST_WANTED =
  'wanted the name or address of a server, such as erp.example.com, erp.example.com,1433, ' +
  'erp.example.com\\INSTANCE or [fd00::1],1433';

/**
 * Takes apart the name of a PostgreSQL server: `host`, `host:port`, an IPv6 address with or without brackets, or the
 * folder of a Unix socket. Null if it is none of these.
 */
export function parsePostgresHost(text: string): ServerAddress | null {
  // A mistyped address with a password isn't a folder: the driver would print it.
  if (/^\/[^\0]*$/.test(text)) return /:.*@/s.test(text) ? null : { host: text };
  return parseHostAndPort(text.trim());
}

/** The same without a folder and without blanks around it. */
export function parseHostAndPort(text: string): ServerAddress | null {
  const { rest, port } = splitPort(text, /:(\d{1,5})$/);
  return withPort(hostOf(rest), port);
}

/** A port, in a setting of its own, that differs from the one after the host. */
export function portContradiction(
  group: 'DB' | 'ERP' | 'SMTP',
  own: number | undefined,
  ofHost: number | undefined,
): string[] {
  if (own === undefined || ofHost === undefined || own === ofHost) return [];
  return [`${group}_PORT: found ${own}, and ${ofHost} in ${group}_HOST; wanted only one of the two`];
}

/**
 * Takes apart the name of a SQL Server as its users write it: `host`, `host\INSTANCE`, `host,port`, with `tcp:` before
 * it, `(local)` or `.` for this machine. With a port, the name of an instance has no meaning to SQL Server's own
 * clients, and none here. Null if it is none of these, such as a named pipe.
 */
export function parseMssqlHost(text: string): ServerAddress | null {
  const { rest, port } = splitPort(text.trim().replace(/^tcp:\s*/i, ''), /\s*[,:]\s*(\d{1,5})$/);
  const [, name = '', , instance] = /^([^\\]*)(\\(.*))?$/s.exec(rest) ?? [];
  const address = withPort(THIS_MACHINE.test(name) ? 'localhost' : hostOf(name), port);
  if (!address || instance === undefined) return address;
  if (!INSTANCE.test(instance)) return null;
  return port === undefined ? { ...address, instance } : address;
}

function splitPort(text: string, pattern: RegExp): { rest: string; port?: number } {
  const [end, digits] = pattern.exec(text) ?? [];
  // The end of an IPv6 address without brackets looks like a port.
  if (end === undefined || isIPv6(text)) return { rest: text };
  return { rest: text.slice(0, -end.length), port: Number(digits) };
}

function withPort(host: string | null, port: number | undefined): ServerAddress | null {
  if (host === null) return null;
  if (port === undefined) return { host };
  return port >= 1 && port <= 65_535 ? { host, port } : null;
}

/** A host's name or address, without the brackets of an IPv6 address; null if it is neither. */
function hostOf(text: string): string | null {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  return isIPv6(bare) || (bare === text && NAME.test(text)) ? bare : null;
}
