/**
 * Why a value is refused, as a program reads it. The names are stable, and so are their `params`; docs/errors.md lists
 * them. What each means is said to callers in the descriptions of the API.
 */
export const REFUSAL_REASONS = {
  REQUIRED: 'Nothing was given, although something is needed.',
  NOT_ALLOWED: 'Something was given that is not allowed, or not together with the other values.',
  INVALID_FORMAT: 'It is not written as it must be; `format` says as what.',
  NOT_A_CHOICE: 'It is none of `choices`.',
  UNPRINTABLE: "It has a character that can't be printed or stored.",
  TOO_LONG: 'It has more than `max` characters.',
  TOO_SHORT: 'It has fewer than `min` characters.',
  TOO_MANY: 'It has more than `max` parts.',
  TOO_LARGE: 'The file has more than `max` of what `unit` names.',
  OUT_OF_RANGE:
    'The number is not one from `min`, or above `above`, to `max`, or below `below`, or has more than `decimals` decimals.',
  TOO_EARLY: 'The day or time is before `earliest` or, without it, in the past.',
  TOO_LATE: 'The day or time is after `latest` or, without it, in the future.',
  UNKNOWN: 'It names nothing that the caller may see or use; `near` lists names like `name`.',
  DELETED: 'It names something that is deleted.',
  TAKEN: 'It belongs to something else already, which `by` may name.',
  DUPLICATE: 'It occurs twice.',
  LIMIT_REACHED: 'There are `max` already, and may not be more.',
  OUTDATED: 'It has changed since the caller read it; `current` is its version now, or `status` its status.',
  WRONG_STATUS:
    'The quote or connote, as `of` says, is in the status `status`; `wanted` lists those in which this is possible.',
  LACKS: 'It has no portal account, customer, e-mail or price, as `what` says, and needs one.',
  MISMATCH: 'It differs from another value that it must agree with, such as `wanted`.',
  SAME_AS_BEFORE: 'It is what it was before, and must be something else.',
  INCORRECT: 'The password is wrong.',
  TOO_WEAK: 'The new password is easily guessed.',
  EXPIRED: 'The link or temporary password was used, has run out or is unknown.',
} as const;

/** One of these reasons. */
export type RefusalReason = keyof typeof REFUSAL_REASONS;

/** What a text must be, or a value that is no text. */
export type WantedFormat =
  | 'base64'
  | 'country'
  | 'currency'
  | 'dangerous_goods_class'
  | 'day'
  | 'decimal'
  | 'email'
  | 'hash'
  | 'id'
  | 'image'
  | 'json'
  | 'locale'
  | 'packing_group'
  | 'password_hash'
  | 'phone'
  | 'postcode'
  | 'time'
  | 'time_zone'
  | 'un_number'
  | 'username';

/** The limits of a number. */
export interface NumberRange {
  min?: number;
  above?: number;
  max?: number;
  below?: number;
  decimals?: number;
}

/** The status of a quote or of a connote: both have a status PENDING. */
interface StatusOf {
  of: 'QUOTE' | 'CONNOTE';
  status: string;
}

/** The figures and names that belong to a reason. They say nothing that the message doesn't say. */
interface ReasonParams {
  INVALID_FORMAT: { format?: WantedFormat };
  NOT_A_CHOICE: { choices: readonly string[] };
  TOO_LONG: { max: number };
  TOO_SHORT: { min: number };
  TOO_MANY: { max: number };
  TOO_LARGE: { max: number; unit: 'BYTES' | 'MEGAPIXELS' | 'PIXELS_ON_A_SIDE' };
  OUT_OF_RANGE: NumberRange;
  TOO_EARLY: { earliest?: string };
  TOO_LATE: { latest?: string };
  UNKNOWN: { name?: string; near?: readonly string[] };
  TAKEN: { by?: string };
  LIMIT_REACHED: { max: number };
  OUTDATED: { current: number } | StatusOf;
  WRONG_STATUS: StatusOf & { wanted: readonly string[] };
  LACKS: { what: 'ACCOUNT' | 'CUSTOMER' | 'EMAIL' | 'PRICE' };
  MISMATCH: { wanted?: string };
}

/** A reason with its figures and names. Those whose figures are all optional may come without any. */
export type Reason = {
  [R in RefusalReason]: R extends keyof ReasonParams
    ? Record<string, never> extends ReasonParams[R]
      ? { reason: R; params?: ReasonParams[R] }
      : { reason: R; params: ReasonParams[R] }
    : { reason: R; params?: never };
}[RefusalReason];

/** The value is not written as this must be. */
export const invalidFormat = (format: WantedFormat) =>
  ({ reason: 'INVALID_FORMAT', params: { format } }) as const;

/** The text has more characters than this. */
export const tooLong = (max: number) => ({ reason: 'TOO_LONG', params: { max } }) as const;

/** It has more parts than this. */
export const tooMany = (max: number) => ({ reason: 'TOO_MANY', params: { max } }) as const;

/** The number lies outside of these limits. */
export const outOfRange = (range: NumberRange) => ({ reason: 'OUT_OF_RANGE', params: range }) as const;

/** The day lies before this one. */
export const tooEarly = (earliest: string) => ({ reason: 'TOO_EARLY', params: { earliest } }) as const;

/** There are so many already that there may not be another. */
export const limitReached = (max: number) => ({ reason: 'LIMIT_REACHED', params: { max } }) as const;

/** The value is none of these. */
export const notAChoice = (...choices: readonly string[]) =>
  ({ reason: 'NOT_A_CHOICE', params: { choices } }) as const;
