import { distance } from 'fastest-levenshtein';

const MOST = 3;
/** A shorter text is part of too many names. */
const SHORTEST_PART = 3;

/** The names that somebody may have meant: the same but for case, blanks and accents, a slip apart, or a part of it. */
export function nearNames(meant: string, names: readonly string[]): string[] {
  const wanted = folded(meant);
  return names
    .map((name) => ({ name, rank: rankOf(wanted, folded(name)) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Fewer is nearer. Slips come before parts, and a part is the nearer the less the other has beside it. */
function rankOf(wanted: string, name: string): number {
  const slips = distance(wanted, name);
  const length = Math.max(wanted.length, name.length);
  if (slips <= 2 && slips < length / 2) return slips;
  const isPart =
    (wanted.length >= SHORTEST_PART && name.includes(wanted)) ||
    // Else short names would be part of much.
    (name.length >= wanted.length / 2 && wanted.includes(name));
  if (isPart) return 10 + slips;
  return slips <= length / 3 ? 1_000 + slips : Number.POSITIVE_INFINITY;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}
