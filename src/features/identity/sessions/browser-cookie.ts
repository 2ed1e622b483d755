/** What a browser keeps for us out of reach of its scripts. What it is called and how it is kept is HTTP's. */
export interface BrowserCookie {
  /** What the request brought along. */
  value: string | null;
  /** Has the answer keep a value until then. */
  keep(value: string, until: Date): void;
  /** Has the answer remove it. */
  remove(): void;
}

export interface BrowserCookies {
  /** The refresh token. */
  refresh: BrowserCookie;
  /** The mark of a browser that has signed in before. */
  device: BrowserCookie;
}
