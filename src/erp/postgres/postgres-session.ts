import { LRUCache } from 'lru-cache';
import type { Connection } from 'pg';

/** How many statements the server keeps prepared for one connection. */
const MAX_PREPARED = 50;

/** The version of the server that lets a session say that a prepared statement is planned anew for its values. */
const MIN_VERSION = 120_000;

/**
 * What is prepared on a connection. A statement that comes a second time is prepared: from then on, its text is neither
 * sent nor analysed again. Nothing is prepared if a connection pooler could give each transaction another server
 * connection, nor before that is known.
 */
export class PostgresSession {
  /** Whether the connection leads directly to a server that can do it; null as long as that isn't known. */
  #canPrepare: boolean | null = null;
  #hasSettings = false;
  /** The names of the statements by their texts; null for one that has come once. */
  readonly #names = new LRUCache<string, { name: string | null }>({
    max: MAX_PREPARED,
    dispose: ({ name }) => {
      if (name !== null) this.#unused.push(name);
    },
  });
  /** Statements that the server can forget. */
  #unused: string[] = [];
  #count = 0;

  /** @param processId of the server's process, as the connection was told at its start */
  constructor(readonly processId: number | null) {}

  get canPrepare(): boolean {
    return this.#canPrepare === true;
  }

  /** Whether the settings of each transaction are prepared. */
  get hasSettings(): boolean {
    return this.#hasSettings;
  }

  /**
   * Notes what the server says of itself in a transaction whose settings were made. A pooler tells its clients process ids
   * of its own.
   *
   * @param processId of the process that has answered
   * @param version such as 180004
   */
  learn(processId: string | null, version: string | null): void {
    this.#hasSettings = this.canPrepare;
    this.#canPrepare ??= Number(processId) === this.processId && Number(version) >= MIN_VERSION;
  }

  /** The name under which to send a statement; undefined to send it without one. */
  nameOf(text: string): string | undefined {
    if (!this.canPrepare) return undefined;
    const known = this.#names.get(text);
    if (!known) this.#names.set(text, { name: null });
    else known.name ??= this.#newName();
    return known?.name ?? undefined;
  }

  /** Has a statement prepared under another name, if it comes again. The server may not have it, or an outdated one. */
  forget(text: string): void {
    this.#names.delete(text);
  }

  /** Prepares nothing more: whatever it is that answers, it doesn't keep what is prepared. */
  giveUp(): void {
    this.#canPrepare = false;
    this.#hasSettings = false;
    this.#names.clear();
  }

  /** Has the server forget what isn't used. The messages go out with the query that follows. */
  closeUnused(connection: Connection): void {
    const { parsedStatements } = connection as Connection & { parsedStatements: Record<string, string> };
    for (const name of this.#unused.splice(0)) {
      connection.close({ type: 'S', name }, true);
      delete parsedStatements[name];
    }
  }

  // Never used twice, because the server refuses a second statement of a name.
  #newName(): string {
    this.#count += 1;
    return `portico_${this.#count}`;
  }
}
