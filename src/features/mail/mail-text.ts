import type { Brand, MailContent } from './mail-content.js';

/** A mail as plain text. */
export function renderText(content: MailContent, { name }: Brand): string {
  const { greeting, paragraphs, facts = [], action, closing } = content;
  const blocks = [
    greeting,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action ? `${action.label}:\n${action.url}` : '',
    ...closing,
    `-- \n${name}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
