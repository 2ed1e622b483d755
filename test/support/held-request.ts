import { type Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface PlainAnswer {
  status: number | undefined;
  body: string;
  /** True where the connection had served a request before. */
  reusedConnection: boolean;
}

/** A request that the server has taken and whose body is still being sent. */
export interface HeldRequest {
  /** Sends the rest of the body; the answer to it. */
  finish(): Promise<PlainAnswer>;
}

/** Sends a POST of JSON but for its end, up to where the server says that it goes on. */
export async function holdRequest(url: string, agent: Agent, json: string): Promise<HeldRequest> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
    // The server's 100 tells that a handler has the request.
    expect: '100-continue',
  };
  const sent = request(url, { method: 'POST', agent, headers });
  const answered = answerOf(sent);
  // Its failure is `finish`'s to report.
  answered.catch(() => {});
  const half = Math.floor(json.length / 2);
  await new Promise((resolve, reject) => {
    sent.once('continue', resolve);
    sent.once('error', reject);
    sent.flushHeaders();
  });
  sent.write(json.slice(0, half));
  return {
    finish: () => {
      sent.end(json.slice(half));
      return answered;
    },
  };
}

/** A GET over the agent's connections. */
export function get(url: string, agent: Agent): Promise<PlainAnswer> {
  const sent = request(url, { agent });
  sent.end();
  return answerOf(sent);
}

async function answerOf(sent: ClientRequest): Promise<PlainAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  return {
    status: response.statusCode,
    body: await text(response),
    reusedConnection: sent.reusedSocket,
  };
}
