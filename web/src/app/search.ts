/**
 * Search parameters as people write them: `?status=HELD,AVAILABLE&sort=part`. Values are text; lists have commas, and a
 * comma or percent sign in a value is escaped.
 */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The opposite of parseSearch. Leaves out what is empty. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = Object.entries(search).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? writeList(value) : String(value ?? '');
    return text === ''
      ? []
      : [`${encodeURIComponent(name)}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
  });
  return parameters.length > 0 ? `?${parameters.join('&')}` : '';
}

/** A list whose only item is empty is written with that item twice, because an empty text is no list. */
const writeList = (items: unknown[]): string =>
  items.length === 1 && items[0] === '' ? ',' : items.map(escapeItem).join(',');
const escapeItem = (item: unknown): string => String(item).replaceAll('%', '%25').replaceAll(',', '%2C');
const unescapeItem = (item: string): string => item.replaceAll('%2C', ',').replaceAll('%25', '%');

/** A text of the address; undefined if it isn't there. */
export const readText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A list of the address, each item once. */
export function readList(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : undefined;
  const text = readText(value);
  return text === undefined ? undefined : [...new Set(text.split(',').map(unescapeItem))];
}

/** One of some words; undefined if it is none of them. */
export const readOneOf = <T extends string>(words: readonly T[], value: unknown): T | undefined =>
  words.find((word) => word === value);
