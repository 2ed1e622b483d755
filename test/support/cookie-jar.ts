/** The cookies that a browser holds for one host: each goes back only to its own path and what is below. */
export class CookieJar {
  readonly #held = new Map<string, { pair: string; path: string }>();

  /** Takes what an answer sets; one that has expired is dropped. */
  take(setCookies: readonly string[]): void {
    for (const cookie of setCookies) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const of = (name: string) =>
        attributes.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
      const path = of('Path') ?? '';
      const key = `${pair.split('=')[0]} ${path}`;
      if (Date.parse(of('Expires') ?? '') < Date.now()) this.#held.delete(key);
      else this.#held.set(key, { pair, path });
    }
  }

  /** What is sent with a request for this path. */
  header(path: string): string {
    return [...this.#held.values()]
      .filter((cookie) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')))
      .map(({ pair }) => pair)
      .join('; ');
  }

  /** The names of the cookies that are held. */
  get names(): string[] {
    return [...this.#held.values()].map(({ pair }) => pair.split('=')[0] ?? '').sort();
  }
}
