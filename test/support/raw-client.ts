import { connect, type Socket } from 'node:net';

/** A client that writes whatever it likes. */
export interface RawClient {
  socket: Socket;
  /** All that the server sent, once the connection is closed, however that came about. */
  closed: Promise<string>;
}

/** Connects to where a service listens. */
export function connectRaw(url: string): RawClient {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => {
    received += text;
  });
  // A reset is one way to be closed.
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  return { socket, closed };
}

/** Sends one request as it stands, and takes the answer whole. */
export function sendRaw(url: string, request: string): Promise<string> {
  const { socket, closed } = connectRaw(url);
  socket.write(request);
  return closed;
}
