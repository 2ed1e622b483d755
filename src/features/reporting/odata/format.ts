import { ODataError, quoted } from './odata-error.js';

/** How much an answer says about itself, apart from the data. */
const METADATA_LEVELS = ['none', 'minimal', 'full'] as const;
export type MetadataLevel = (typeof METADATA_LEVELS)[number];

/** How an answer in JSON is written. */
export interface JsonFormat {
  metadata: MetadataLevel;
  /** Whether decimals and 64-bit whole numbers are texts, for clients that would round numbers. */
  numbersAsText: boolean;
}

const DEFAULT: JsonFormat = { metadata: 'minimal', numbersAsText: false };
const ANY = new Set(['*/*', 'application/*', 'application/json', 'json']);

/**
 * How an answer is written, by $format or, if there is none, by the Accept header.
 *
 * @returns null if neither allows JSON
 * @throws ODataError if $format is none that OData knows
 */
export function formatOf(format: string | null, accept: string | undefined): JsonFormat | null {
  if (format !== null) {
    const read = readMediaType(format);
    if (!read)
      throw new ODataError(501, `the format ${quoted(format)} is not supported; wanted json`, '$format');
    return read;
  }
  const accepted = (accept?.trim() || '*/*')
    .split(',')
    .map((part, index) => ({ part, index, ...weightOf(part) }));
  const best = accepted.sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { part, weight } of best) {
    const read = weight > 0 ? readMediaType(part) : null;
    if (read) return read;
  }
  return null;
}

/** The Content-Type of an answer. */
export const contentTypeOf = ({ metadata, numbersAsText }: JsonFormat): string =>
  `application/json;odata.metadata=${metadata};IEEE754Compatible=${numbersAsText};charset=utf-8`;

/** The page size that a client prefers, by its Prefer header; null if it has no preference that makes sense. */
export function preferredPageSize(prefer: string | undefined): number | null {
  for (const preference of (prefer ?? '').split(',')) {
    const [, digits] = /^\s*(?:odata\.)?maxpagesize\s*=\s*"?(\d{1,9})"?\s*(?:;|$)/i.exec(preference) ?? [];
    if (Number(digits) > 0) return Number(digits);
  }
  return null;
}

function weightOf(part: string): { weight: number } {
  const [, weight] = /;\s*q\s*=\s*([\d.]+)/i.exec(part) ?? [];
  return { weight: weight === undefined ? 1 : Number(weight) || 0 };
}

/** A media type as a format; null if it isn't JSON, or has a parameter with a value that doesn't exist. */
function readMediaType(text: string): JsonFormat | null {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  if (!ANY.has(type)) return null;
  let format = DEFAULT;
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=').map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
    if (name === 'odata.metadata' || name === 'metadata') {
      const metadata = METADATA_LEVELS.find((level) => level === value);
      if (!metadata) return null;
      format = { ...format, metadata };
    } else if (name === 'ieee754compatible') {
      if (value !== 'true' && value !== 'false') return null;
      format = { ...format, numbersAsText: value === 'true' };
    }
  }
  return format;
}
