import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PACKET } from './packets.js';
import { ENCRYPT, encryptionOffset } from './prelogin.js';

const HEADER_LENGTH = 8;

/** Somebody between a client and its SQL Server, who edits one byte each way: neither has encryption, it says. */
export interface DowngradingRelay {
  port: number;
  /** All that clients sent. */
  sent(): Buffer;
  /** The types of the packets that clients sent, in their order. */
  packets(): number[];
  close(): Promise<void>;
}

export async function startDowngradingRelay(serverPort: number): Promise<DowngradingRelay> {
  const sockets = new Set<Socket>();
  const chunks: Buffer[] = [];
  const relay = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      let isFirst = true;
      from.on('data', (chunk: Buffer) => {
        if (isFirst) withoutEncryption(chunk);
        isFirst = false;
        if (from === client) chunks.push(chunk);
        to.write(chunk);
      });
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const sent = () => Buffer.concat(chunks);
  return {
    port: (relay.address() as AddressInfo).port,
    sent,
    packets: () => {
      const types: number[] = [];
      const bytes = sent();
      for (let at = 0; at < bytes.length; at += bytes.readUInt16BE(at + 2)) types.push(bytes[at] ?? 0);
      return types;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}

/** A client's and a server's PRELOGIN arrive whole: they are the first bytes, and few. */
function withoutEncryption(packet: Buffer): void {
  if (packet[0] !== PACKET.PRELOGIN && packet[0] !== PACKET.TABULAR_RESULT) return;
  packet[HEADER_LENGTH + encryptionOffset(packet.subarray(HEADER_LENGTH))] = ENCRYPT.NOT_SUP;
}
