import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { tlsIdentity } from '../tls-identity.js';
import { MessageReader, PACKET, packetOf } from './packets.js';

/**
 * TLS as TDS before version 8 has it: the bytes of the handshake travel in PRELOGIN packets, and all later ones as they
 * are. MS-TDS 3.3.5.2.
 */
export class TlsInPrelogin {
  /** What is written to it goes out encrypted, and what it gives has been decrypted. */
  readonly socket: TLSSocket;
  readonly #encrypted: Duplex;
  readonly #handshake = new MessageReader(({ data }) => this.#encrypted.push(data));
  #flight: Buffer[] = [];
  #isOver = false;

  constructor(private readonly line: Socket) {
    this.#encrypted = new Duplex({
      read: () => {},
      write: (chunk: Buffer, _encoding, done) => {
        this.#write(chunk);
        done();
      },
      final: (done) => {
        line.end();
        done();
      },
      destroy: (error, done) => {
        line.destroy();
        done(error);
      },
    });
    this.socket = new TLSSocket(this.#encrypted, { isServer: true, maxVersion: 'TLSv1.2', ...tlsIdentity() });
    this.socket.on('error', () => line.destroy());
  }

  /** Takes what came over the line. */
  receive(chunk: Buffer): void {
    this.#isOver ||= chunk[0] !== PACKET.PRELOGIN;
    if (this.#isOver) this.#encrypted.push(chunk);
    else this.#handshake.receive(chunk);
  }

  /** A client expects one message for each of its own: what belongs to one flight goes out together. */
  #write(chunk: Buffer): void {
    if (this.#isOver) {
      this.line.write(chunk);
      return;
    }
    if (this.#flight.length === 0) setImmediate(() => this.#send());
    this.#flight.push(chunk);
  }

  #send(): void {
    this.line.write(packetOf(PACKET.PRELOGIN, Buffer.concat(this.#flight)));
    this.#flight = [];
  }
}
