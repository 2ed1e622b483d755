import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The documents that tell somebody what to type. A decision record stays as it was written. */
export const DOCS = [
  ...['README.md', 'CONTRIBUTING.md', 'AGENTS.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort(),
];

/** A command of a document. */
export interface DocCommand {
  text: string;
  /** The assignments of shell variables before it, in the same document. */
  assignments: readonly string[];
  /** What the comment behind it says. */
  comment: string;
}

/** A code block of a document. */
export interface Block {
  language: string;
  content: string;
}

const ASSIGNMENTS = /^(\w+=('[^']*'|\$\(.*\)|\S+)\s*)+$/s;

/** The code blocks of a document. */
export function blocksOf(doc: string): Block[] {
  const text = readFileSync(join(ROOT, doc), 'utf8');
  return [...text.matchAll(/^```(\S*)\n(.*?)^```$/gms)].map(([, language = '', content = '']) => ({
    language,
    content,
  }));
}

/** The texts in backquotes within the sentences of a document. */
export function codeSpansOf(doc: string): string[] {
  const text = readFileSync(join(ROOT, doc), 'utf8').replace(/^```.*?^```$/gms, '');
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** The commands in the shell blocks of a document, in their order. */
export function commandsOf(doc: string): DocCommand[] {
  const commands: DocCommand[] = [];
  const assignments: string[] = [];
  for (const { language, content } of blocksOf(doc)) {
    if (!['sh', 'crontab'].includes(language)) continue;
    for (const line of content.replaceAll('\\\n', ' ').split('\n')) {
      const [, text = '', comment = ''] = /^(.*?)(?:\s+#\s+(.*))?$/.exec(line.trim()) ?? [];
      if (text === '') continue;
      if (ASSIGNMENTS.test(text)) assignments.push(text);
      else commands.push({ text: text.replace(/\s+/g, ' '), assignments: [...assignments], comment });
    }
  }
  return commands;
}

/**
 * Runs assignments before commands, each once for all commands after it, because most of them ask a service for a token.
 *
 * @param run runs lines of shell and returns what they print
 * @returns for the assignments before a command, lines of shell that assign their values
 */
export function assignOnce(run: (lines: string) => Promise<string>) {
  const known = new Map<string, Promise<string>>();
  const assign = async (assignments: readonly string[]): Promise<string> => {
    if (assignments.length === 0) return '';
    const before = await valuesOf(assignments.slice(0, -1));
    // What is exported can be printed. Where a document doesn't export it, its commands don't have it in their environment.
    const printed = await run(`set -a\n${before}${assignments.at(-1)}\nexport -p`);
    return printed.replace(/^export (?=\w+=)/gm, '');
  };
  const valuesOf = (assignments: readonly string[]): Promise<string> => {
    const key = assignments.join('\n');
    const values = known.get(key) ?? assign(assignments);
    known.set(key, values);
    return values;
  };
  return valuesOf;
}
