import { text } from 'node:stream/consumers';
import password from '@inquirer/password';
import type { Terminal } from './terminal.js';

/**
 * Reads a secret: prompted for in a terminal, otherwise from standard input. It is never an argument, because other
 * users of the machine can see arguments.
 */
export async function readSecret(question: string, { stdin, stdout }: Terminal): Promise<string> {
  if (stdin.isTTY) return password({ message: question, mask: true }, { input: stdin, output: stdout });
  return (await text(stdin)).replace(/\r?\n$/, '');
}
