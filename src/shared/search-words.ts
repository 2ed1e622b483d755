/** The words of a search, each of which must occur somewhere; none where nothing is searched for. */
export function searchWords(search: string | null | undefined): string[] {
  return (search ?? '').split(/\s+/).filter((word) => word !== '');
}
