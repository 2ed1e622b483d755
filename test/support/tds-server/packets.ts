import type { Socket } from 'node:net';

/** Packet types, MS-TDS 2.2.3.1.1. */
export const PACKET = {
  SQL_BATCH: 0x01,
  RPC: 0x03,
  TABULAR_RESULT: 0x04,
  ATTENTION: 0x06,
  LOGIN7: 0x10,
  PRELOGIN: 0x12,
} as const;

/** Packet status bits, MS-TDS 2.2.3.1.2. */
const STATUS = { EOM: 0x01, IGNORE: 0x02, RESET_CONNECTION: 0x08, RESET_CONNECTION_SKIP_TRAN: 0x10 };
const HEADER_LENGTH = 8;

/** A whole message of a client: the data of its packets put together. */
export interface Message {
  type: number;
  data: Buffer;
  /** The client gave it up before it was whole: nothing in it is to be done. */
  ignore: boolean;
  resetConnection: boolean;
}

/** Puts packets together to messages, MS-TDS 2.2.3. */
export class MessageReader {
  #buffered = Buffer.alloc(0);
  #parts: Buffer[] = [];

  constructor(private readonly onMessage: (message: Message) => void) {}

  /** Takes what came over the socket. @throws Error where it can't be a packet */
  receive(chunk: Buffer): void {
    this.#buffered = Buffer.concat([this.#buffered, chunk]);
    while (this.#buffered.length >= HEADER_LENGTH) {
      const length = this.#buffered.readUInt16BE(2);
      if (length < HEADER_LENGTH) throw new Error(`a packet of ${length} bytes is none`);
      if (this.#buffered.length < length) return;
      this.#packet(this.#buffered.subarray(0, length));
      this.#buffered = this.#buffered.subarray(length);
    }
  }

  #packet(packet: Buffer): void {
    const [type = 0, status = 0] = packet;
    this.#parts.push(packet.subarray(HEADER_LENGTH));
    if (!(status & STATUS.EOM)) return;
    const data = Buffer.concat(this.#parts);
    this.#parts = [];
    this.onMessage({
      type,
      data,
      ignore: (status & STATUS.IGNORE) !== 0,
      resetConnection: (status & (STATUS.RESET_CONNECTION | STATUS.RESET_CONNECTION_SKIP_TRAN)) !== 0,
    });
  }
}

/** Writes one message to a client, packet by packet, no faster than the client reads. */
export class MessageWriter {
  #waiting: Buffer[] = [];
  #length = 0;
  #packetId = 1;

  constructor(
    private readonly socket: Socket,
    private readonly packetSize: number,
  ) {}

  /** Adds tokens; full packets are sent. */
  async write(data: Buffer): Promise<void> {
    this.#waiting.push(data);
    this.#length += data.length;
    if (this.#length > this.packetSize - HEADER_LENGTH) await this.#send(false);
  }

  /** Sends what there is, full packet or not, without ending the message. */
  async flush(): Promise<void> {
    if (this.#length > 0) await this.#send(false, true);
  }

  /** Sends the rest and ends the message. */
  async end(data: Buffer): Promise<void> {
    await this.write(data);
    await this.#send(true);
  }

  async #send(last: boolean, all = last): Promise<void> {
    const room = this.packetSize - HEADER_LENGTH;
    let rest = Buffer.concat(this.#waiting);
    const packets: Buffer[] = [];
    while (rest.length > room) {
      packets.push(this.#packetOf(rest.subarray(0, room), 0));
      rest = rest.subarray(room);
    }
    if (all) {
      packets.push(this.#packetOf(rest, last ? STATUS.EOM : 0));
      rest = Buffer.alloc(0);
    }
    this.#waiting = [rest];
    this.#length = rest.length;
    await writeAll(this.socket, Buffer.concat(packets));
  }

  #packetOf(data: Buffer, status: number): Buffer {
    return packetOf(PACKET.TABULAR_RESULT, data, status, this.#packetId++);
  }
}

/** One packet, by default a whole message. Its header: MS-TDS 2.2.3.1. */
export function packetOf(type: number, data: Buffer, status = STATUS.EOM, id = 1): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt8(type, 0);
  header.writeUInt8(status, 1);
  header.writeUInt16BE(HEADER_LENGTH + data.length, 2);
  header.writeUInt8(id % 256, 6);
  return Buffer.concat([header, data]);
}

/** Resolves once the socket takes more; also where it has closed, since then nobody waits for more. */
function writeAll(socket: Socket, data: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed || socket.write(data)) return resolve();
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
