import { useState } from 'react';

/** Rows of a list that were chosen for an act. */
export interface Selection {
  ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Chooses all of these, or, if they all are, none of them. */
  toggleAll(ids: readonly string[]): void;
  clear(): void;
}

/** Chosen rows. They stay chosen on other pages of the list, until the page is left. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const change = (work: (next: Set<string>) => void) =>
    setIds((old) => {
      const next = new Set(old);
      work(next);
      return next;
    });
  return {
    ids,
    toggle: (id) => change((next) => next.delete(id) || next.add(id)),
    toggleAll: (all) =>
      change((next) => {
        const whole = all.every((id) => next.has(id));
        for (const id of all) whole ? next.delete(id) : next.add(id);
      }),
    clear: () => setIds(new Set()),
  };
}
