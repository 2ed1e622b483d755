import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unavailable } from '../../../shared/errors.js';
import { PACKAGE_ROOT } from '../../../shared/package-root.js';
import { whenAborted } from '../../../shared/when-aborted.js';
import type { PaperConnote } from './paper-connote.js';

/** What is printed of a connote: the paper that goes with the goods, or the labels on them. */
export type PaperName = 'connote' | 'label';

/** One document to print. */
export interface PaperJob {
  name: PaperName;
  connote: PaperConnote;
}

/** What the thread answers: a PDF, or why there is none. */
export type PaperAnswer = { bytes: Uint8Array } | { error: Error };

/** For one document. The most expensive ones that were found take three seconds of processor time. */
const DEADLINE_MS = 20_000;
/** Then the thread ends, because its fonts and code take some 100 MB. */
const IDLE_MS = 60_000;
/** Built from paper-worker.ts, for every layout of the other code. */
const PROGRAM = join(PACKAGE_ROOT, 'dist/portico/paper-worker.js');
const LIMITS = { maxOldGenerationSizeMb: 256 };

/**
 * A thread of its own for printing. A text can be chosen so that laying it out takes seconds, in which nothing else can
 * run in its thread; and only a thread can be ended at any moment. It starts with the first paper.
 */
export class PaperThread {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(private readonly deadlineMs = DEADLINE_MS) {}

  /**
   * Prints a document. Only one is printed at a time: call this again when it has settled.
   *
   * @returns a PDF
   * @throws the signal's reason once it fires; UNAVAILABLE if it takes too long
   */
  async print(job: PaperJob, signal: AbortSignal): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const deadline = AbortSignal.timeout(this.deadlineMs);
    const answering = answerOf(this.#started(), job, AbortSignal.any([signal, deadline]));
    const answer = await answering.catch(async (error: unknown) => {
      // It may still be at work.
      await this.close();
      throw error === deadline.reason ? unavailable('This paper takes too long to print.', error) : error;
    });
    this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    if ('error' in answer) throw answer.error;
    return answer.bytes;
  }

  /** Ends the thread. A document that it is printing fails. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    // Without the environment, which has secrets.
    const options = { env: {}, resourceLimits: LIMITS };
    const worker = new Worker(PROGRAM, options);
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }
}

function answerOf(worker: Worker, job: PaperJob, signal: AbortSignal): Promise<PaperAnswer> {
  let stopListening = () => {};
  const answer = new Promise<PaperAnswer>((resolve, reject) => {
    const onExit = (code: number) => reject(new Error(`the thread that prints ended with code ${code}`));
    const stopWaiting = whenAborted(signal, () => reject(signal.reason));
    worker.once('message', resolve).once('error', reject).once('exit', onExit);
    stopListening = () => {
      stopWaiting();
      worker.off('message', resolve).off('error', reject).off('exit', onExit);
    };
    worker.postMessage(job);
  });
  return answer.finally(() => stopListening());
}
