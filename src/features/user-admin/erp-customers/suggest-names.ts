import { distance } from 'fastest-levenshtein';

const MOST = 3;
/** What is compared of a name; counting slips takes the square of it. */
const LONGEST = 100;
/** A shorter text is part of too many names. */
const SHORTEST_PART = 3;

/**
 * Finds those of these names that somebody may have meant: the same but for case, blanks and accents, a slip apart, or a
 * part of it.
 */
export function nameSuggester(names: readonly string[]): (meant: string) => string[] {
  const known = names.map((name) => ({ name, text: folded(name) }));
  return (meant) => {
    const wanted = folded(meant);
    return known
      .map(({ name, text }) => ({ name, rank: rankOf(wanted, text) }))
      .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .map(({ name }) => name);
  };
}

/** Fewer is nearer. Slips come before parts, and a part is the nearer the less the other has beside it. */
function rankOf(wanted: string, name: string): number {
  const length = Math.max(wanted.length, name.length);
  const difference = Math.abs(wanted.length - name.length);
  const isPart =
    (wanted.length >= SHORTEST_PART && name.includes(wanted)) ||
    // Else short names would be part of much.
    (name.length >= wanted.length / 2 && wanted.includes(name));
  // It takes at least as many slips, and counting them is dear.
  if (!isPart && difference > length / 3) return Number.POSITIVE_INFINITY;
  const slips = isPart ? difference : distance(wanted, name);
  if (slips <= 2 && slips < length / 2) return slips;
  if (isPart) return 10 + slips;
  return slips <= length / 3 ? 1_000 + slips : Number.POSITIVE_INFINITY;
}

function folded(name: string): string {
  return name
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}
