import { Duplex } from 'node:stream';

/** What `pg` expects of a socket: a duplex with connect, setNoDelay, setKeepAlive, ref and unref. */
export class EngineStream extends Duplex {
  readonly #onData: (data: Uint8Array) => void;
  readonly #onEnd: () => void;

  constructor(onData: (data: Uint8Array) => void, onEnd: () => void) {
    super();
    this.#onData = onData;
    this.#onEnd = onEnd;
  }

  connect(): this {
    setImmediate(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#onData(chunk);
    done();
  }

  override _final(done: () => void): void {
    this.#onEnd();
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#onEnd();
    done(error);
  }
}
