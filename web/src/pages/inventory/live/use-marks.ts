import { useCallback, useState } from 'react';
import type { Marks } from './follow-changes';

/** How long a mark stays. */
const MARKED_MS = 5_000;

/** What has changed a moment ago, and a function that adds to it. */
export function useMarks(): { marks: Marks; mark: (added: Marks) => void } {
  const [marks, setMarks] = useState<Marks>(new Map());
  const mark = useCallback((added: Marks) => {
    if (added.size === 0) return;
    setMarks((before) => new Map([...before, ...added]));
    const isOlder = ([id, columns]: [string, unknown]) => added.get(id) !== columns;
    setTimeout(() => setMarks((before) => new Map([...before].filter(isOlder))), MARKED_MS);
  }, []);
  return { marks, mark };
}
