import type { WebSocket } from 'ws';

/** The most that may wait beside what a sender has under way: answers to pings that a client sends and doesn't read. */
const MAX_BUFFERED = 1_048_576;

/**
 * Pings a client, unless something waits that it would have to read first.
 *
 * @param onGone called if it has not answered the ping before
 * @returns stops it
 */
export function pingEvery(
  socket: WebSocket,
  pingMs: number,
  { isBusy, onGone }: { isBusy: () => boolean; onGone: () => void },
): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('ping', () => {
    if (socket.bufferedAmount > MAX_BUFFERED) socket.terminate();
  });
  const timer = setInterval(() => {
    if (isBusy()) return;
    if (answered) socket.ping();
    else onGone();
    answered = false;
  }, pingMs);
  return () => clearInterval(timer);
}
