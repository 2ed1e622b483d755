import { z } from 'zod';

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

/** The validated settings of one group: the output type of its schemas. */
export type Checked<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;
