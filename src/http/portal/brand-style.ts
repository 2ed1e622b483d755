import {
  clampChroma,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode,
  wcagContrast,
} from 'culori/fn';

useMode(modeRgb);
// Contrast is measured in it.
useMode(modeLrgb);
const toOklch = useMode(modeOklch);

/** What text in the accent stands on, as web/src/parts/tokens.css has it, and what stands on the accent. */
const GROUNDS = {
  light: { ground: '#f3f5f8', surface: '#ffffff', onAccent: '#ffffff' },
  dark: { ground: '#0f141b', surface: '#161d27', onAccent: '#0b1623' },
} as const;

/** The least contrast of text: WCAG 2.2, success criterion 1.4.3. */
const MIN_CONTRAST = 4.5;
/** How far the lightness moves at once, of 1. */
const STEP = 0.005;
/** Behind what is marked: the brand's hue, and little of its colour. */
const WASH = {
  light: { lightness: 0.95, chroma: 0.018, darker: true },
  dark: { lightness: 0.28, chroma: 0.03, darker: false },
} as const;

/** The accent of one theme, as #rrggbb. */
export interface Accent {
  accent: string;
  /** Behind what is marked. */
  wash: string;
  /** Text on the accent. */
  onAccent: string;
}

/**
 * The brand's colour as an accent that can be read in a theme: its lightness in OKLCH is moved until the contrast is
 * enough, its hue stays.
 *
 * @param brand as #rrggbb
 */
export function accentOf(brand: string, theme: 'light' | 'dark'): Accent {
  const color = toOklch(brand) ?? { mode: 'oklch', l: 0, c: 0 };
  const { lightness, chroma, darker } = WASH[theme];
  const { ground, surface, onAccent } = GROUNDS[theme];
  const wash = toHex({ ...color, l: lightness, c: Math.min(color.c, chroma) });
  const isReadable = (accent: string) =>
    [ground, surface, onAccent, wash].every((other) => wcagContrast(accent, other) >= MIN_CONTRAST);
  const step = darker ? -STEP : STEP;
  // Rounding gives white a lightness of a little more than 1.
  let l = Math.min(Math.max(color.l, 0), 1);
  let accent = toHex({ ...color, l });
  while (!isReadable(accent) && l + step >= 0 && l + step <= 1) {
    l += step;
    accent = toHex({ ...color, l });
  }
  return { accent, wash, onAccent };
}

const toHex = (color: Oklch): string => formatHex(clampChroma(color, 'oklch'));

/** The portal's style sheet of the brand. @param brand as #rrggbb */
export function brandStyle(brand: string): string {
  const [light, dark] = [accentOf(brand, 'light'), accentOf(brand, 'dark')];
  const line = (name: string, key: keyof Accent) => `--${name}:light-dark(${light[key]},${dark[key]});`;
  return `:root{${line('accent', 'accent')}${line('on-accent', 'onAccent')}${line('wash', 'wash')}}\n`;
}
