import type { Readable, Writable } from 'node:stream';

/** The environment and streams that a command uses: those of the process, or others that its caller provides. */
export interface Terminal {
  /** The environment variables with the settings. */
  environment: Record<string, string | undefined>;
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable;
  stderr: Writable;
}

/** One run of a command. */
export class Run {
  /** The exit code of the process: 1 if the work failed or a check found a problem. */
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
