import { useEffect } from 'react';
import { hasCode } from '../../../app/ask';
import { useLive } from '../../../app/live/live';
import type { Question } from '../use-pages';
import type { Update } from './follow-changes';
import { PortalInventoryChangedDocument } from './inventory-changed.generated';

/** A filter is watched once it has stood for so long: each asks the ERP for all of its rows. */
const SETTLED_MS = 1_000;

/** Who is told of rows. */
export interface RowsWatcher {
  /** Changes are told from now on. @param asOf since when they are known */
  onBegun: (asOf: string) => void;
  /** @param before until when changes were known before it */
  onUpdate: (update: Update, before: string) => void;
  /** The ERP does not answer: what is at hand may be old, until watching begins anew. */
  onUnanswered: () => void;
  /** Changes are not told any more. */
  onEnded: (reason: 'off' | 'tooMany') => void;
}

/** Watches the rows of a question's filter. It stays so while the question and the watcher are the same. */
export function useWatch(key: string, { onBegun, onUpdate, onUnanswered, onEnded }: RowsWatcher): void {
  const connection = useLive();
  useEffect(() => {
    if (!connection) return undefined;
    const { filter } = JSON.parse(key) as Question;
    let before: string | null = null;
    const onEvent = (update: Update) => {
      // The first one only tells when watching began, or begins anew once the ERP answers again.
      if (update.stale) onUnanswered();
      else if (before === null) onBegun(update.asOf);
      else onUpdate(update, before);
      before = update.stale ? null : update.asOf;
    };
    const onInterrupted = () => {
      before = null;
      onEnded('off');
    };
    let leave = () => {};
    const timer = setTimeout(() => {
      leave = connection.watch(
        PortalInventoryChangedDocument,
        { filter },
        {
          onEvent: ({ inventoryChanged }) => onEvent(inventoryChanged),
          onInterrupted,
          onRefused: (error) => onEnded(hasCode(error, 'BAD_USER_INPUT') ? 'tooMany' : 'off'),
        },
      );
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      leave();
      onEnded('off');
    };
  }, [connection, key, onBegun, onUpdate, onUnanswered, onEnded]);
}
