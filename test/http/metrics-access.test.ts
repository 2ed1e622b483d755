import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAIL_SERVER } from '../support/production.js';
import { type ServedDatabase, serveDatabase } from '../support/served-database.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const TOKEN = 'canary-of-sixteen-or-more';

/** An app for the length of a test. */
async function withApp(settings: Record<string, string>, work: (app: TestApp) => Promise<void>) {
  const app = await startTestApp(settings);
  try {
    await work(app);
  } finally {
    await app.stop();
  }
}

async function readMetrics(app: TestApp, authorization?: string) {
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  const response = await fetch(`${app.url}/metrics`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('outside production anyone on this machine reads the metrics', () =>
  withApp({}, async (app) => {
    const { status, headers, text } = await readMetrics(app);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('# TYPE portico_http_requests_total counter');
  }));

test('with a token set, nobody reads them without it, and it stays out of the log', () =>
  withApp({ METRICS_TOKEN: TOKEN, LOG_LEVEL: 'trace' }, async (app) => {
    for (const wrong of [undefined, '', 'Bearer', 'Bearer ', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`]) {
      const { status, headers, text } = await readMetrics(app, wrong);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(text).not.toContain('portico_');
    }
    expect((await readMetrics(app, `Bearer ${TOKEN}`)).status).toBe(200);
    expect(app.log.join()).not.toContain('canary');
  }));

describe('in production', () => {
  let database: ServedDatabase;
  beforeAll(async () => {
    database = await serveDatabase();
  });
  afterAll(() => database.close());

  const production = () => ({
    NODE_ENV: 'production',
    APP_BASE_URL: 'https://portal.example.com',
    ...MAIL_SERVER,
    DATABASE_URL: database.url,
  });

  test('the metrics are closed unless a token is set', () =>
    withApp(production(), async (app) => {
      const { status, text } = await readMetrics(app);
      expect(status).toBe(404);
      expect(text).toBe(await (await fetch(`${app.url}/nowhere`)).text());
    }));

  test('whoever has the token reads them', () =>
    withApp({ ...production(), METRICS_TOKEN: TOKEN }, async (app) => {
      expect((await readMetrics(app)).status).toBe(401);
      expect((await readMetrics(app, `Bearer ${TOKEN}`)).status).toBe(200);
    }));
});
