import { distance } from 'fastest-levenshtein';

const MAX_SUGGESTIONS = 3;
/** How many characters of a name are compared. The time for an edit distance grows with the square of it. */
const MAX_COMPARED = 100;
/** A shorter text is part of too many names. */
const MIN_PART = 3;

/**
 * Returns a function that finds the names similar to an unknown one: names that are equal except for case, white space
 * and accents, that differ by a few typos, or of which one is a part of the other.
 */
export function nameSuggester(names: readonly string[]): (unknown: string) => string[] {
  const known = names.map((name) => ({ name, text: fold(name) }));
  return (unknown) => {
    const wanted = fold(unknown);
    return known
      .map(({ name, text }) => ({ name, rank: rankOf(wanted, text) }))
      .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MAX_SUGGESTIONS)
      .map(({ name }) => name);
  };
}

/**
 * Lower is more similar. Names one or two typos apart come first, then names of which one is a part of the other (the
 * closer in length, the better), then names with more typos.
 */
function rankOf(wanted: string, name: string): number {
  const length = Math.max(wanted.length, name.length);
  const difference = Math.abs(wanted.length - name.length);
  const isPart =
    (wanted.length >= MIN_PART && name.includes(wanted)) ||
    // Otherwise short names would be part of too many texts.
    (name.length >= wanted.length / 2 && wanted.includes(name));
  // There are at least as many typos as this, and the edit distance is expensive to compute.
  if (!isPart && difference > length / 3) return Number.POSITIVE_INFINITY;
  const typos = isPart ? difference : distance(wanted, name);
  if (typos <= 2 && typos < length / 2) return typos;
  if (isPart) return 10 + typos;
  return typos <= length / 3 ? 1_000 + typos : Number.POSITIVE_INFINITY;
}

/** A name without case, white space and accents. */
function fold(name: string): string {
  return name
    .slice(0, MAX_COMPARED)
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}
