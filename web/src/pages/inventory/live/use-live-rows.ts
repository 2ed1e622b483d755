import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Question } from '../use-pages';
import { followChanges, type Marks } from './follow-changes';
import { useMarks } from './use-marks';
import { useSumsAgain } from './use-sums-again';
import { type RowsWatcher, useWatch } from './use-watch';

/** What is known of the changes of a question's rows. */
interface Known {
  key: string;
  /** `live` while changes are shown as they happen; `tooMany` if there are too many rows for that. */
  state: 'off' | 'live' | 'tooMany';
  /** Until when they are known; null while it isn't live. */
  asOf: string | null;
  /** The ids of rows that have come or gone, or may belong to another place. */
  displaced: ReadonlySet<string>;
}

/** How the rows of a question are kept up to date. */
export interface LiveRows extends Pick<Known, 'state' | 'asOf'> {
  marks: Marks;
  /** How many rows wait for their place. */
  waiting: number;
  /** Asks for the rows again, so that each comes to its place. */
  show: () => void;
}

const unknown = (key: string): Known => ({ key, state: 'off', asOf: null, displaced: new Set() });

/** Keeps rows up to date where they are. Those that would move, come or go wait until the user wants it. */
export function useLiveRows(question: Question): LiveRows {
  const client = useQueryClient();
  const key = JSON.stringify(question);
  const [state, setKnown] = useState(() => unknown(key));
  const known = state.key === key ? state : unknown(key);
  const { marks, mark } = useMarks();
  const sumsAgain = useSumsAgain();
  const onBegun = useCallback<RowsWatcher['onBegun']>(
    // What was read before that is read again, each row in its place.
    (asOf) => setKnown({ ...unknown(key), state: 'live', asOf }),
    [key],
  );
  const onUpdate = useCallback<RowsWatcher['onUpdate']>(
    (update, before) => {
      const followed = followChanges(client, key, update, before);
      mark(followed.marks);
      sumsAgain();
      setKnown(({ displaced }) => ({
        ...{ key, state: 'live', asOf: update.asOf },
        displaced: new Set([...displaced, ...followed.displaced]),
      }));
    },
    [client, key, mark, sumsAgain],
  );
  const onEnded = useCallback<RowsWatcher['onEnded']>(
    (reason) =>
      setKnown((last) => ({ ...(last.key === key ? last : unknown(key)), state: reason, asOf: null })),
    [key],
  );
  const askAgain = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['inventory', key] });
    sumsAgain();
  }, [client, key, sumsAgain]);
  const onUnanswered = useCallback(() => {
    onEnded('off');
    // The service says since when it has its last answers, and they are asked for again until there are new ones.
    askAgain();
  }, [onEnded, askAgain]);
  useWatch(key, { onBegun, onUpdate, onUnanswered, onEnded });
  const show = () => {
    setKnown({ ...known, displaced: new Set() });
    askAgain();
  };
  return { state: known.state, asOf: known.asOf, marks, waiting: known.displaced.size, show };
}
