import { text } from 'node:stream/consumers';
import password from '@inquirer/password';

/** A secret that is never an argument, where other users of the machine could see it: asked for, or piped in. */
export async function readSecret(question: string): Promise<string> {
  if (process.stdin.isTTY) return password({ message: question, mask: true });
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
