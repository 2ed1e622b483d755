/** A customer's name, and what the server sorts it by: names that it takes for equal have the same place. */
export interface PlacedName {
  name: string;
  /** Null where the server wasn't asked. */
  place: string | null;
}

interface Group {
  names: readonly string[];
  /** What makes a name one of them. */
  keys: readonly string[];
}

/** Groups of names that differ only by case or blanks, or by what the server takes for equal. */
export function similarCustomerNames(names: readonly PlacedName[]): string[][] {
  const groups = new Map<string, Group>();
  for (const { name, place } of names) {
    const own = [`text ${folded(name)}`, ...(place === null ? [] : [`place ${place}`])];
    // It may be like the names of two groups, which are one then.
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
