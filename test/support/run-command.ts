import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand as run } from '../../src/cli/program.js';
import type { Finished } from './spawn-portico.js';

/**
 * Runs `portico <args>` to its end in this process, with these settings and nothing else of its environment: as
 * runPortico does in one of its own, which takes a second of the processor's time.
 */
export async function runCommand(
  args: readonly string[],
  { settings = {}, input = '' }: { settings?: Record<string, string>; input?: string } = {},
): Promise<Finished> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const stdin = Readable.from([Buffer.from(input)]);
  const code = await run(args, { environment: settings, stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, stdout: out, stderr: err };
}
