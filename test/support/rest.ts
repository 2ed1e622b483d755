import type { DemoUser, TestApp } from './start-app.js';

/** An answer of the REST API. */
export interface RestAnswer {
  status: number;
  type: string | null;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what it is, is what tests look at.
  body: any;
}

export interface RestRequest {
  as?: DemoUser | { token: string } | null;
  /** An object is sent as JSON, a text as it is. */
  body?: object | string | Uint8Array;
  headers?: Record<string, string>;
}

/** Asks the REST API, as operations unless told otherwise. */
export async function rest(
  app: TestApp,
  method: string,
  path: string,
  { as = 'operations1', body, headers = {} }: RestRequest = {},
): Promise<RestAnswer> {
  const token = as === null ? null : typeof as === 'string' ? await app.tokenOf(as) : as.token;
  const plain = body !== undefined && (typeof body === 'string' || body instanceof Uint8Array);
  const response = await fetch(app.url + path, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: plain ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return {
    status: response.status,
    type,
    headers: response.headers,
    text,
    body: /[/+]json/.test(type ?? '') && text !== '' ? JSON.parse(text) : null,
  };
}
