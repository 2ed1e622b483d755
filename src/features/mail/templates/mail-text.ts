import type { Brand, MailContent } from './mail-content.js';

/** Renders a mail as plain text. */
export function renderText(content: MailContent, { name }: Brand): string {
  const { greeting, paragraphs, facts = [], action, otherwise, closing } = content;
  const blocks = [
    greeting,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...[action, otherwise].map((link) => (link ? `${link.label}:\n${link.url}` : '')),
    ...closing,
    `-- \n${name}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
