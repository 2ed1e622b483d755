import { z } from 'zod';
import { isUrl } from '../shared/is-url.js';

/** A whole number between min and max, both included. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'wanted a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** A TCP port. 0 lets the system choose one. */
export const port = whole(0, 65535);
/** A duration of a tenth of a second to ten minutes. */
export const milliseconds = whole(100, 600_000);
/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/**
 * An http or https address without a user name and a password. An unescaped @ is refused wherever it stands, because
 * what is before it may be part of a password, and addresses appear in logs and links.
 */
export const webAddress = (example: string) =>
  z.string().refine(isWebAddress, {
    error: `wanted an address such as ${example}, without a user name or an unescaped @`,
    abort: true,
  });

/** Whether a text is such an address. */
export function isWebAddress(text: string): boolean {
  if (!isUrl(text) || text.includes('@') || /[\s\p{C}]/u.test(text)) return false;
  return /^https?:\/\/./i.test(text);
}

/** A value for a message; without the value if it may be an address with a password. */
export const quoted = (text: string) => (/[:/].*@/s.test(text) ? 'a value' : `"${text}"`);

/** The validated settings of one group: the output type of its schemas. */
export type Checked<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;
