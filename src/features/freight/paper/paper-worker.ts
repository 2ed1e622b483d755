import { parentPort } from 'node:worker_threads';
import type { PaperAnswer, PaperJob } from './paper-thread.js';

// The code of the thread that PaperThread starts.
parentPort?.on('message', (job: PaperJob) => {
  render(job).then(
    (bytes) => answer({ bytes }),
    (error: Error) => answer({ error }),
  );
});

async function render({ name, connote }: PaperJob): Promise<Buffer> {
  if (name === 'label') return (await import('./render-label.js')).renderLabel(connote);
  return (await import('./render-connote.js')).renderConnote(connote);
}

const answer = (message: PaperAnswer) => parentPort?.postMessage(message);
