import type { AnsweredError, DemoUser, TestApp } from './start-app.js';

/** The errors of the first event of a subscription, over server-sent events. Leaving the loop ends it. */
export async function firstErrors(
  app: TestApp,
  query: string,
  as: DemoUser | { token: string } | null,
): Promise<AnsweredError[]> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(as && { authorization: `Bearer ${typeof as === 'string' ? await app.tokenOf(as) : as.token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    const [, json] = /^data: (.*)\n\n/m.exec(text) ?? [];
    if (json === undefined) continue;
    return (JSON.parse(json) as { errors?: AnsweredError[] }).errors ?? [];
  }
  throw new Error(`no event came: ${text}`);
}
