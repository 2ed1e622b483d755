import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { laneOf } from '../../../app/lane';
import { useViewer } from '../../../app/session-state';
import { toast } from '../../../parts/toast';
import type { Deed } from './outbox/act';
import { keepAct } from './outbox/acts';
import { sendSoon } from './outbox/sender';
import type { Stop } from './stops';

/**
 * Does something at a stop: it is kept on this machine first, and sent as soon as that is possible. The page shows it at
 * once. `error` is there only if it could not be kept.
 */
export function useAct({ id, number, status, pickup, delivery }: Stop, onKept: () => void) {
  const t = useTranslations('run');
  const owner = useViewer().user.id;
  return useMutation({
    mutationFn: (made: Deed) => {
      return keepAct({
        ...{ owner, deed: withStoredNote(made), madeAt: new Date().toISOString() },
        ...{ connoteId: id, number, lane: laneOf(pickup, delivery), from: status },
      });
    },
    onSuccess: () => {
      if (!navigator.onLine) toast(t('kept'));
      sendSoon();
      onKept();
    },
  });
}

/** A note as the server stores it, or it would not be recognised there. */
const withStoredNote = <D extends Deed>(deed: D): D => ({
  ...deed,
  note: deed.note?.normalize('NFC').trim() || null,
});
