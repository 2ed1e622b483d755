#!/usr/bin/env node
import 'reflect-metadata';
import { runCommand } from './cli/program.js';

const { argv, env: environment, stdin, stdout, stderr } = process;
// A reader such as `head` may close the pipe once it has enough; the work goes on without it.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCommand(argv.slice(2), { environment, stdin, stdout, stderr });
