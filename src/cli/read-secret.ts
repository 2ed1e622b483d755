import { text } from 'node:stream/consumers';
import password from '@inquirer/password';
import type { Terminal } from './terminal.js';

/** A secret that is never an argument, where other users of the machine could see it: asked for, or piped in. */
export async function readSecret(question: string, { stdin, stdout }: Terminal): Promise<string> {
  if (stdin.isTTY) return password({ message: question, mask: true }, { input: stdin, output: stdout });
  return (await text(stdin)).replace(/\r?\n$/, '');
}
