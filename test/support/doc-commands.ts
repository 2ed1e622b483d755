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
  prelude: string;
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
  let prelude = '';
  for (const { language, content } of blocksOf(doc)) {
    if (!['sh', 'crontab'].includes(language)) continue;
    for (const line of content.replaceAll('\\\n', ' ').split('\n')) {
      const [, text = '', comment = ''] = /^(.*?)(?:\s+#\s+(.*))?$/.exec(line.trim()) ?? [];
      if (text === '') continue;
      if (ASSIGNMENTS.test(text)) prelude += `${text}\n`;
      else commands.push({ text: text.replace(/\s+/g, ' '), prelude, comment });
    }
  }
  return commands;
}
