import type { AnsweredError, DemoUser, TestApp } from './start-app.js';

/** An operation as a client sends it. */
interface Sent {
  query: string;
  variables?: object;
  operationName?: string;
}

/** What an event has. */
interface AnsweredEvent {
  data?: unknown;
  errors?: AnsweredError[];
}

/** The first event of a subscription, over server-sent events. Leaving the loop ends it. */
export async function firstEvent(
  app: TestApp,
  sent: Sent,
  as: DemoUser | { token: string } | null,
): Promise<AnsweredEvent> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(as && { authorization: `Bearer ${typeof as === 'string' ? await app.tokenOf(as) : as.token}` }),
    },
    body: JSON.stringify(sent),
  });
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    const [, json] = /^data: (.*)\n\n/m.exec(text) ?? [];
    if (json !== undefined) return JSON.parse(json) as AnsweredEvent;
  }
  throw new Error(`no event came: ${text}`);
}

/** The errors of that event. */
export async function firstErrors(
  app: TestApp,
  query: string,
  as: DemoUser | { token: string } | null,
): Promise<AnsweredError[]> {
  return (await firstEvent(app, { query }, as)).errors ?? [];
}
