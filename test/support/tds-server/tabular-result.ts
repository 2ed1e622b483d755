import type { Faults } from './faults.js';
import type { MessageWriter } from './packets.js';
import { type ResultSet, SqlError } from './sql-types.js';
import * as tokens from './tokens.js';

/** The client doesn't want the answer any more. */
class GivenUp extends Error {}

/** The connection is to end in the middle of a row. */
export class Dropped extends Error {}

interface Circumstances {
  faults: Faults;
  /** Fires when the client gives up. */
  signal: AbortSignal;
}

/** Sends columns and rows, MS-TDS 2.2.7.4 and 2.2.7.19; how many rows they were. @throws GivenUp, Dropped */
export async function sendRows(
  { columns, rows }: ResultSet,
  writer: MessageWriter,
  { faults, signal }: Circumstances,
): Promise<number> {
  if (columns.length > 0) await writer.write(tokens.colMetadata(columns));
  let sent = 0;
  for await (const values of rows) {
    if (faults.beforeRow) {
      await writer.flush();
      await unlessGivenUp(faults.beforeRow(sent), signal);
    }
    // Without anything to wait for, an attention would be heard only after the last row.
    if (sent % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new GivenUp();
    const row = tokens.row(columns, values);
    if (faults.dropAfterRows === sent) {
      await writer.write(row.subarray(0, row.length / 2));
      await writer.flush();
      throw new Dropped();
    }
    await writer.write(row);
    sent += 1;
  }
  return sent;
}

/** Ends an answer that failed or was given up. @throws what isn't for the client to know */
export async function sendError(error: unknown, writer: MessageWriter, isProcedure: boolean): Promise<void> {
  if (error instanceof GivenUp) return writer.end(tokens.doneError());
  if (!(error instanceof SqlError)) throw error;
  const end = isProcedure ? tokens.doneProc(true) : tokens.doneError();
  await writer.end(Buffer.concat([...error.preceding, error].map((one) => tokens.error(one)).concat(end)));
}

/** What is waited for, unless the client gives up first. @throws GivenUp */
export function unlessGivenUp<T>(waited: Promise<T> | T, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      // Nobody hears any more how it ends.
      Promise.resolve(waited).catch(() => {});
      return reject(new GivenUp());
    }
    const onAbort = () => reject(new GivenUp());
    signal.addEventListener('abort', onAbort, { once: true });
    Promise.resolve(waited)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
