import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import express from 'express';
import { expect, test } from 'vitest';
import { EVENT_STREAM, eventStream } from '../../../src/http/live/event-stream.js';

const LETTERS = 12_000_000;

/** Two events, each larger than what is on its way between two programs. */
async function* largeEvents() {
  for (const letter of ['a', 'b']) yield { data: { text: letter.repeat(LETTERS) } };
}

test('nothing is written into the middle of an event, however long it takes', async () => {
  const input = {
    streams: { open: async () => ({ events: largeEvents() }) },
    metrics: { sent: () => {}, stalled: () => {} },
    patience: { pingMs: 1, stalledMs: 60_000 },
    factsOf: () => ({}),
    onStop: () => () => {},
  };
  const server = createServer(
    express().use(express.json(), eventStream(input as unknown as Parameters<typeof eventStream>[0])),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: EVENT_STREAM },
      body: '{"query":"subscription { viewerChanged { __typename } }"}',
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      if (text === '') await setTimeout(50);
      text += decoder.decode(part as Uint8Array, { stream: true });
    }
    const events = text.split('\n\n').filter((one) => one.startsWith('event: next'));
    const sizes = events.map((one) => JSON.parse(one.slice(one.indexOf('data: ') + 6)).data.text.length);
    expect(sizes).toEqual([LETTERS, LETTERS]);
  } finally {
    server.close();
  }
});
