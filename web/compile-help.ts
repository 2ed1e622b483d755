import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

/** The guide that is in docs/ and in the portal. */
const GUIDE = /\/docs\/portal\.md$/;
const PICTURE = /!\[([^\]]*)\]\((portal\/[\w-]+\.webp)\)/g;

/**
 * Makes a page of the guide at build time, so that no parser of it is in the bundle. The import is its HTML: chapters are
 * sections of the page, whose title is the page's own, and pictures are files of the portal.
 */
export const compileHelp: Plugin = {
  name: 'compile-help',
  enforce: 'pre',
  async transform(code, id) {
    if (!GUIDE.test(id)) return null;
    const pictures = [...new Set([...code.matchAll(PICTURE)].map(([, , file = '']) => file))];
    const html = await new Marked({ renderer: { heading, image, link } }).parse(code.replace(/^# .*\n/, ''));
    return {
      code: [
        ...pictures.map((file, index) => `import p${index} from './${file}?url';`),
        `const files = {${pictures.map((file, index) => `${JSON.stringify(file)}: p${index}`).join(', ')}};`,
        `export const guide = ${JSON.stringify(html)}.replace(/src="(portal[^"]+)"/g, (_, file) => 'src="' + files[file] + '"');`,
      ].join('\n'),
      map: null,
    };
  },
};

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** An address for each chapter. */
const nameOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function heading({ text, depth }: Tokens.Heading): string {
  return `<h${depth} id="${nameOf(text)}" tabindex="-1">${escapeMarkup(text)}</h${depth}>\n`;
}

function image({ href, text }: Tokens.Image): string {
  return `<img src="${escapeMarkup(href)}" alt="${escapeMarkup(text)}" loading="lazy">`;
}

/** Within the guide. What else it links to is for those who read it elsewhere. */
function link({ href, text }: Tokens.Link): string {
  return href.startsWith('#')
    ? `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`
    : escapeMarkup(text);
}
