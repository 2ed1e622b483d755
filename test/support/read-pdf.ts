import { Worker } from 'node:worker_threads';

/** A rectangle on a page, in points from the lower left corner. */
interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A barcode or QR code as a scanner reads it. */
interface Scan extends Box {
  format: string;
  text: string;
}

/** One page as a reader and a scanner see it. */
interface ReadPage {
  width: number;
  height: number;
  text: string;
  words: (Box & { text: string })[];
  scans: Scan[];
}

interface ReadPaper {
  pageCount: number;
  info: Record<string, unknown>;
  pages: ReadPage[];
}

type Reply = { id: number } & ({ paper: ReadPaper } | { error: Error });

let reader: Worker | undefined;
let requests = 0;

/**
 * Reads a PDF with a library that had no part in writing it.
 *
 * @param options.numbers the pages wanted; all by default
 * @param options.scan whether to look for barcodes, which takes longer than to read the text
 */
export async function readPdf(
  pdf: Buffer,
  options: { numbers?: number[]; scan?: boolean } = {},
): Promise<ReadPaper> {
  reader ??= new Worker(new URL('./pdf-reader.mjs', import.meta.url));
  const [thread, id] = [reader, requests++];
  return new Promise<ReadPaper>((resolve, reject) => {
    const settle = () => {
      thread.off('message', onReply).off('error', onEnd).off('exit', onEnd);
      // It must not keep the process that has nothing more to read.
      if (thread.listenerCount('message') === 0) thread.unref();
    };
    const onReply = (reply: Reply) => {
      if (reply.id !== id) return;
      settle();
      if ('paper' in reply) resolve(reply.paper);
      else reject(reply.error);
    };
    const onEnd = (reason: unknown) => {
      settle();
      reader = undefined;
      reject(new Error('the thread that reads PDFs has ended', { cause: reason }));
    };
    thread.ref();
    thread.on('message', onReply).on('error', onEnd).on('exit', onEnd);
    thread.postMessage({ ...options, id, pdf });
  });
}
