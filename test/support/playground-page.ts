import type { Page, Request } from 'playwright-core';

/**
 * Loads the playground's page and all that it names, from where a browser would.
 *
 * @returns the page, and the status of each address, as it is written
 */
export async function loadPlayground(page: string): Promise<{ html: string; statuses: Map<string, number> }> {
  const html = await (await fetch(page)).text();
  const base = new URL(/<base href="([^"]*)"/.exec(html)?.[1] ?? '', page);
  const named = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
  const addresses = new Set(named);
  const statuses = new Map<string, number>();
  // Styles and bundles name what they load later, such as "./chunk-2OVBIND4.js" and "./media/mono.woff2".
  const later = /["'](?:\.?\/)?((?:chunk|worker)-\w+\.js|(?:media|assets\/\w+)\/[\w.-]+\.\w+)["']/g;
  for (const address of addresses) {
    const response = await fetch(new URL(address, base));
    statuses.set(address, response.status);
    const text = await response.text();
    if (!/\.(js|css)$/.test(address)) continue;
    for (const [, found = ''] of text.matchAll(later)) addresses.add(found);
  }
  return { html, statuses };
}

/** Notes whom the page turns to, and what it complains of: policy violations among it. */
export function watch(page: Page) {
  const hosts = new Set<string>();
  const problems: string[] = [];
  const visit = (visited: { url(): string }) => {
    const { host, protocol } = new URL(visited.url());
    if (/^(http|ws)/.test(protocol)) hosts.add(host);
  };
  page.on('request', visit);
  page.on('websocket', visit);
  page.on('console', (line) => {
    // Altair says so of an answer that arrives in pieces, and shows it once it is whole.
    if (line.type() === 'error' && !line.text().startsWith('Could not parse JSON.'))
      problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  return { hosts, problems };
}

export type Answers = Map<Request, { data: Record<string, unknown> }>;

/** The answers of /graphql, read on their way to the page: the browser may forget a body that it has handed on. */
export async function readAnswers(page: Page): Promise<Answers> {
  const answers: Answers = new Map();
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    answers.set(route.request(), await response.json());
    await route.fulfill({ response });
  });
  return answers;
}

/** Waits for a tab to be the one in front, after clicking on it or without. */
export async function tab(page: Page, name: string, how: 'shown' | 'clicked'): Promise<void> {
  const tabs = page.locator('app-window-switcher-item');
  const named = tabs.filter({ has: page.getByText(name, { exact: true }) });
  if (how === 'clicked') await named.click();
  await named.locator('.window-switcher__item--active').waitFor();
}

export async function tabNames(page: Page): Promise<string[]> {
  const names = await page.locator('app-window-switcher-item .window-switcher__input').allInnerTexts();
  return names.map((name) => name.trim());
}

/** Presses the button, and waits for the answer to what it sent. */
export async function send(
  page: Page,
  answers: Answers,
): Promise<{ authorization: string | undefined; data: Record<string, unknown> }> {
  const isSent = (request: Request) =>
    request.url().endsWith('/graphql') && !request.postData()?.includes('IntrospectionQuery');
  const [response] = await Promise.all([
    page.waitForResponse((answer) => isSent(answer.request())),
    page.getByRole('button', { name: 'Send Request' }).click(),
  ]);
  const data = answers.get(response.request())?.data ?? {};
  return { authorization: response.request().headers()['authorization'], data };
}
