import type { Readable, Writable } from 'node:stream';

/** What a command reads and writes: what its process has, or what somebody gives it who runs it in another. */
export interface Terminal {
  /** The settings, by name. */
  environment: Record<string, string | undefined>;
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable;
  stderr: Writable;
}

/** One run of a command. */
export class Run {
  /** What the process is to end with: 1 where what was asked for is not so, or did not happen. */
  exitCode = 0;

  constructor(readonly terminal: Terminal) {}

  get environment(): Terminal['environment'] {
    return this.terminal.environment;
  }

  /** Prints a line. */
  readonly say = (line: string): void => {
    this.terminal.stdout.write(`${line}\n`);
  };
}
