/** A customer's name and its place in the server's order. Names that the server treats as equal have the same place. */
export interface PlacedName {
  name: string;
  /** Null if the server wasn't asked for it. */
  place: string | null;
}

interface Group {
  names: readonly string[];
  /** A name that has one of these keys belongs to the group. */
  keys: readonly string[];
}

/** Groups of names that differ only by case or blanks, or that the server treats as equal. */
export function similarCustomerNames(names: readonly PlacedName[]): string[][] {
  const groups = new Map<string, Group>();
  for (const { name, place } of names) {
    const own = [`text ${folded(name)}`, ...(place === null ? [] : [`place ${place}`])];
    // A name may match two groups, which are then merged.
    const alike = [...new Set(own.flatMap((key) => groups.get(key) ?? []))];
    const group: Group = {
      names: [...new Set([...alike.flatMap((other) => other.names), name])],
      keys: [...new Set([...alike.flatMap((other) => other.keys), ...own])],
    };
    for (const key of group.keys) groups.set(key, group);
  }
  return [...new Set(groups.values())]
    .map((group) => [...group.names].sort())
    .filter(({ length }) => length > 1);
}

function folded(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
