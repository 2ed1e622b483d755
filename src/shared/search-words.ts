/** Splits a search text into words, each of which must match. Empty if there is no search text. */
export function searchWords(search: string | null | undefined): string[] {
  return (search ?? '').split(/\s+/).filter((word) => word !== '');
}
