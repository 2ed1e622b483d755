import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/shared/package-root.js';

const SOURCES = join(PACKAGE_ROOT, 'web', 'src');
const SHEETS = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
);

const SIDE = '(?:top|right|bottom|left)';
/** What names a side of the screen instead of the beginning or the end of what is read. */
const PHYSICAL = [
  new RegExp(`^(?:scroll-)?(?:margin|padding)-${SIDE}$`),
  new RegExp(`^border-${SIDE}(?:-|$)`),
  new RegExp(`^${SIDE}$`),
];
const SIDED_VALUE = /^(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;

/** The declarations of a style sheet that would stay where they are when a page is read from the right. */
function physicalDeclarations(css: string): string[] {
  const declarations = css.replaceAll(/\/\*.*?\*\//gs, '').split(/[;{}]/);
  return declarations
    .map((declaration) => declaration.trim())
    .filter((declaration) => {
      const property = declaration.split(':')[0]?.trim() ?? '';
      return SIDED_VALUE.test(declaration) || PHYSICAL.some((pattern) => pattern.test(property));
    });
}

describe('a page that is read from the right has everything on its side', () => {
  test.each(SHEETS)('%s', (sheet) => {
    expect(physicalDeclarations(readFileSync(join(SOURCES, sheet), 'utf8'))).toEqual([]);
  });

  test.each([
    'margin-left: 1px',
    'padding-right: 0',
    'left: 0',
    'top: 0',
    'border-left: 0',
    'border-left-width: 0',
    'border-top-left-radius: 2px',
    'text-align: left',
    'float: right',
  ])('%s would be found', (declaration) => {
    const css = `@layer pages { .a { color: red; ${declaration}; } }`;
    expect(physicalDeclarations(css)).toEqual([declaration]);
    expect(physicalDeclarations(`.a { /* ${declaration} */ }`)).toEqual([]);
  });
});
