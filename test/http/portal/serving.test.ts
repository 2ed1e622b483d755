import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalRoutes } from '../../../src/http/portal/portal-routes.js';
import { firstSegment, PORTAL_PATHS } from '../../../src/shared/own-paths.js';
import { PACKAGE_ROOT } from '../../../src/shared/package-root.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const get = async (path: string) => {
  const response = await fetch(app.url + path, { headers: BROWSER });
  return [path, response.status, response.headers.get('content-type')?.split(';')[0]];
};

test('a browser gets the portal at its pages, and as 404 at addresses that nobody has', async () => {
  for (const path of ['/', '/login', '/inventory', '/customer/quotes/QT-1', '/track/x'])
    expect(await get(path)).toEqual([path, 200, 'text/html']);
  for (const path of ['/nowhere', '/customer', '/customer/quotes/QT-1/more'])
    expect(await get(path)).toEqual([path, 404, 'text/html']);
});

test('a mistyped address of an interface is answered to browsers as it is to programs', async () => {
  for (const [path, type] of [
    ['/api', 'application/problem+json'],
    ['/api/nowhere', 'application/problem+json'],
    ['/export/nowhere.csv', 'application/problem+json'],
    ['/odata/v3', 'application/json'],
    ['/graphql/nowhere', 'application/json'],
    ['/API/nowhere', 'application/problem+json'],
    ['/health', 'application/json'],
    ['/healthz/nowhere', 'application/json'],
    ['/files/nowhere', 'application/json'],
    ['/metrics/nowhere', 'application/json'],
    ['/playground/nowhere.js', 'application/json'],
    ['/assets/nowhere.js', 'application/json'],
  ] as const)
    expect(await get(path)).toEqual([path, 404, type]);
});

test('a service without the portal answers 404 at its pages, and leads from mailed links to the API', async () => {
  const without = await app.sibling({ PORTAL_ENABLED: 'false' });
  for (const path of ['/', '/login', '/inventory', '/brand.css'])
    expect((await fetch(without.url + path, { headers: BROWSER })).status).toBe(404);
  const tracked = await fetch(`${without.url}/track/some-token`, { headers: BROWSER, redirect: 'manual' });
  expect([tracked.status, tracked.headers.get('location')]).toEqual([302, '/api/track/some-token']);
});

test('every page and file of the portal is among the paths that the base path must not begin with', () => {
  const paths: string[] = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'dist/web/paths.json'), 'utf8'));
  expect(paths.map(firstSegment).filter((segment) => segment && !PORTAL_PATHS.includes(segment))).toEqual([]);
});

test('a compressed file that has vanished is answered with 404 in plain text, so that it can be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-test-portal-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, content] of [
    ['index.html', ''],
    ['paths.json', '["/"]'],
    ['assets/a.js', 'a'],
    ['assets/a.js.br', 'br'],
  ] as const)
    writeFileSync(join(folder, name), content);
  const brand = { name: 'Acme', color: '#ffffff' };
  const portal = portalRoutes({ basePath: '', brand, production: true }, folder);
  if (!portal) throw new Error('the portal is not there');
  const server = createServer(express().use(portal.routes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    rmSync(join(folder, 'assets/a.js.br'));
    const { port } = server.address() as AddressInfo;
    const headers = { 'accept-encoding': 'br' };
    const answer = await fetch(`http://127.0.0.1:${port}/assets/a.js`, { headers });
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([404, null]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('Cannot GET');
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
