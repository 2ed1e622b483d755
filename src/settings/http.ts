import { z } from 'zod';
import { isUrl } from '../shared/is-url.js';
import { firstSegment, PORTAL_PATHS, SERVICE_PATHS } from '../shared/own-paths.js';
import { type Checked, flag, milliseconds, port, webAddress, whole } from './values.js';

const perMinute = whole(1, 1_000_000);

/** Origins as browsers send them, separated by commas. */
const origins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .refine(
    (list) => list.every(isOrigin),
    'wanted origins such as https://app.example.com, separated by commas; no path, no slash at the end, no *',
  );

function isOrigin(text: string): boolean {
  if (!isUrl(text) || text.includes('*')) return false;
  const { origin, protocol } = new URL(text);
  return origin === text && /^https?:$/.test(protocol);
}

/** The address of the portal, which may have a path. Cookies and links contain it, so it must be plain. */
const baseUrl = webAddress('https://portal.example.com')
  .refine(
    (url) => /^https?:\/\/[^/?#@\\]+(?:\/(?!\.+(?:\/|$))[\w.~-]+)*\/*$/i.test(url),
    'wanted an address such as https://example.com/portal: no user, no "?", no "#", and in its path only letters ' +
      'without accents, digits, "-", ".", "_" and "~"',
  )
  .refine(
    // It could not be told from them.
    (url) => !SERVICE_PATHS.includes(firstSegment(basePathOf(url))),
    `wanted a path that begins with none of ${SERVICE_PATHS.join(', ')}, which are paths of Portico itself`,
  );

/** The path of an address without a slash at its end; empty for the root. */
const basePathOf = (url: string) => (isUrl(url) ? new URL(url).pathname.replace(/\/+$/, '') : '');

/** The environment variables of the HTTP server. */
export const httpSettings = {
  PORT: port.default(5001),
  HOST: z.string().optional(),
  APP_BASE_URL: baseUrl.optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  CORS_ORIGINS: origins.default([]),
  PORTAL_ENABLED: flag.default(true),
  PLAYGROUND_ENABLED: flag.optional(),
  INTROSPECTION_ENABLED: flag.optional(),
  FEDERATION_ENABLED: flag.default(false),
  TRUSTED_DOCUMENTS: z.enum(['known', 'only']).default('known'),
  HTTP_HEADERS_TIMEOUT_MS: milliseconds.default(10_000),
  HTTP_REQUEST_TIMEOUT_MS: milliseconds.default(30_000),
  HTTP_UPLOAD_TIMEOUT_MS: milliseconds.default(120_000),
  HTTP_IDLE_TIMEOUT_MS: milliseconds.default(65_000),
  RATE_LIMIT_PER_ADDRESS: perMinute.default(1200),
  RATE_LIMIT_PER_USER: perMinute.default(600),
  RATE_LIMIT_PER_API_KEY: perMinute.default(600),
  RATE_LIMIT_PUBLIC_MUTATIONS: perMinute.default(60),
  RATE_LIMIT_TRACKING: perMinute.default(10),
};
type HttpSettings = Checked<typeof httpSettings>;

/** How the service is reached over HTTP. */
export interface HttpConfig {
  host: string;
  port: number;
  /** The address that people open in a browser; null if it is not set. */
  appBaseUrl: string | null;
  /** The path of that address, such as `/portal`; empty if it is the root. */
  basePath: string;
  /** How many proxies in front of the service are trusted to report the client's address. */
  trustProxy: number;
  /** The other origins whose pages may send requests (CORS). */
  corsOrigins: readonly string[];
  /** Whether the portal in the browser is served. */
  portal: boolean;
  playground: boolean;
  introspection: boolean;
  /** Whether the schema is also a subgraph of a federation. */
  federation: boolean;
  /** `known`: the shipped operations may be named by their hash. `only`: except for admins, nothing else runs. */
  trustedDocuments: 'known' | 'only';
  timeouts: { headersMs: number; requestMs: number; uploadMs: number; idleMs: number };
  /** How many requests are allowed per minute. */
  rateLimits: {
    perAddress: number;
    perUser: number;
    perApiKey: number;
    publicMutations: number;
    tracking: number;
  };
}

/** Settings that contradict each other. */
export function httpProblems(s: HttpSettings & { ERP_QUERY_TIMEOUT_MS: number }): string[] {
  const problems: string[] = [];
  if (s.HTTP_HEADERS_TIMEOUT_MS > s.HTTP_REQUEST_TIMEOUT_MS) {
    problems.push(
      `HTTP_HEADERS_TIMEOUT_MS: found ${s.HTTP_HEADERS_TIMEOUT_MS}; wanted at most HTTP_REQUEST_TIMEOUT_MS, ` +
        `which is ${s.HTTP_REQUEST_TIMEOUT_MS}`,
    );
  }
  if (s.HTTP_IDLE_TIMEOUT_MS <= s.ERP_QUERY_TIMEOUT_MS) {
    problems.push(
      `HTTP_IDLE_TIMEOUT_MS: found ${s.HTTP_IDLE_TIMEOUT_MS}; wanted more than ERP_QUERY_TIMEOUT_MS, which is ` +
        `${s.ERP_QUERY_TIMEOUT_MS}: a connection is silent while the ERP is asked`,
    );
  }
  const basePath = basePathOf(s.APP_BASE_URL ?? '');
  if (s.PORTAL_ENABLED && PORTAL_PATHS.includes(firstSegment(basePath))) {
    problems.push(
      `APP_BASE_URL: found the path ${basePath}; with PORTAL_ENABLED=true wanted one that begins with none of ` +
        `${PORTAL_PATHS.join(', ')}, where the portal has its pages and files`,
    );
  }
  return problems;
}

/** The configuration of the HTTP server, from its settings. */
export function toHttp(s: HttpSettings, production: boolean): HttpConfig {
  return {
    // The demo logins have a well-known password. So outside production the port is open to this machine only.
    host: s.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: s.PORT,
    appBaseUrl: s.APP_BASE_URL ?? null,
    basePath: basePathOf(s.APP_BASE_URL ?? ''),
    trustProxy: s.TRUST_PROXY,
    corsOrigins: s.CORS_ORIGINS,
    portal: s.PORTAL_ENABLED,
    playground: s.PLAYGROUND_ENABLED ?? !production,
    introspection: s.INTROSPECTION_ENABLED ?? !production,
    federation: s.FEDERATION_ENABLED,
    trustedDocuments: s.TRUSTED_DOCUMENTS,
    timeouts: {
      headersMs: s.HTTP_HEADERS_TIMEOUT_MS,
      requestMs: s.HTTP_REQUEST_TIMEOUT_MS,
      uploadMs: s.HTTP_UPLOAD_TIMEOUT_MS,
      idleMs: s.HTTP_IDLE_TIMEOUT_MS,
    },
    rateLimits: {
      perAddress: s.RATE_LIMIT_PER_ADDRESS,
      perUser: s.RATE_LIMIT_PER_USER,
      perApiKey: s.RATE_LIMIT_PER_API_KEY,
      publicMutations: s.RATE_LIMIT_PUBLIC_MUTATIONS,
      tracking: s.RATE_LIMIT_TRACKING,
    },
  };
}
