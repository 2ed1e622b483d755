import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { accentOf } from '../../../src/http/portal/brand-style.js';

/** What text in the accent stands on: the page's ground, and the surfaces on it. */
const GROUNDS = { light: ['#f3f5f8', '#ffffff'], dark: ['#0f141b', '#161d27'] } as const;

test.each(['#ffffff', '#000000', '#ffff00', '#808080', '#fefefe', '#00ffff', '#0000ff', '#e4002b'])(
  'text in the accent of the brand %s can be read, in the light and in the dark',
  (brand) => {
    for (const theme of ['light', 'dark'] as const) {
      const { accent, wash, onAccent } = accentOf(brand, theme);
      for (const ground of [...GROUNDS[theme], wash, onAccent])
        expect(wcagContrast(accent, ground), `${accent} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  },
);
