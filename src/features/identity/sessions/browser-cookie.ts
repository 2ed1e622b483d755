/** A cookie that the browser's scripts can't read. The HTTP layer decides on its name and attributes. */
export interface BrowserCookie {
  /** The value in the request, or null. */
  value: string | null;
  /** Sets the cookie with the response. It expires at `until`. */
  set(value: string, until: Date): void;
  /** Removes the cookie with the response. */
  remove(): void;
}

/** The cookies of a request. */
export interface BrowserCookies {
  /** The refresh token. */
  refresh: BrowserCookie;
  /** The mark of a browser that a login has signed in with before; see DeviceCookies. */
  device: BrowserCookie;
}
