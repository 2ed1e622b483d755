import type { Brand, MailContent } from './mail-content.js';

/** Renders a mail as plain text. */
export function renderText(content: MailContent, { name }: Brand): string {
  const { greeting, paragraphs, facts = [], action, otherwise, links, closing } = content;
  const blocks = [
    greeting,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...[action, otherwise].map((link) => (link ? `${link.label}:\n${link.url}` : '')),
    links ? [links.title, ...links.items.map(({ label, url }) => `${label}: ${url}`)].join('\n') : '',
    ...closing,
    `-- \n${name}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
