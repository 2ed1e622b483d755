import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** It only ends a hang, like the tests' own: a busy machine needs more than the usual half minute. */
const TIMEOUT_MS = 120_000;

/** A browser profile, and a tab of it that shows no page of the portal. */
export interface Profile {
  context: BrowserContext;
  /** It stays open, and with it the process that has compiled the portal's files. */
  keeper: Page;
}

/**
 * Profiles of a browser, which keep the portal's files from test to test: a page opens in a third of the time then. Nothing
 * else stays in them.
 */
export class Profiles {
  readonly #idle = new Map<string, Profile[]>();
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** One that nobody uses now. Its storage may be another's until `emptyStorage`. */
  async take(
    options: BrowserContextOptions & { baseURL: string },
  ): Promise<Profile & { giveBack(): Promise<void> }> {
    const key = JSON.stringify(options);
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, idle);
    const profile = idle.pop() ?? (await this.#create(options));
    const giveBack = async () => {
      await profile.context.setOffline(false);
      await profile.context.clearPermissions();
      idle.push(profile);
    };
    return { ...profile, giveBack };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle.values()].flat().map(({ context }) => context.close()));
  }

  async #create(options: BrowserContextOptions): Promise<Profile> {
    const context = await this.#browser.newContext(options);
    context.setDefaultTimeout(TIMEOUT_MS);
    const keeper = await context.newPage();
    await keeper.goto('/healthz');
    return { context, keeper };
  }
}

/** In a tab: deletes all that the portal keeps in the browser. */
const EMPTY = `(async () => {
  localStorage.clear();
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve, reject) => {
      Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: reject });
    });
})()`;
/** In a tab: keeps what the portal does while somebody is signed in. */
const SIGNED_IN = `localStorage.setItem('portico.session /', 'open')`;

/**
 * Deletes what a test has left in a profile whose tabs are closed. It does so in a tab that is open, because the
 * driver would open a page for it.
 *
 * @param willSignIn whether the portal is to ask for the session of a cookie that comes
 */
export async function emptyStorage({ context, keeper }: Profile, willSignIn: boolean): Promise<void> {
  await context.clearCookies();
  await keeper.evaluate(EMPTY);
  if (willSignIn) await keeper.evaluate(SIGNED_IN);
}
