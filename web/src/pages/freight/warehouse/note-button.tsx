import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OutgoingPartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import { outgoingQuery } from './outgoing-queries';
import { PortalNoteOutgoingDocument } from './warehouse.generated';

interface NoteProps {
  connote: OutgoingPartsFragment;
}

/** Adds a note to the history of a shipment. */
export function NoteButton({ connote }: NoteProps) {
  const t = useTranslations('run.acts');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('note')}
      </Button>
      {isOpen ? <NoteDialog connote={connote} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NoteDialog({ connote, onClose }: NoteProps & { onClose: () => void }) {
  const t = useTranslations('run');
  const form = useId();
  const [note, setNote] = useState('');
  const add = useAddNote(connote, onClose);
  const submit = () => {
    if (note.trim() && !add.isPending) add.mutate(note.normalize('NFC').trim());
  };
  return (
    <Dialog
      open
      title={t('note.title')}
      description={t('note.text', { number: connote.number })}
      {...(add.isPending ? {} : { onClose })}
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t('note.label')} hint={t('note.hint')}>
          <textarea
            rows={3}
            maxLength={1000}
            required
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
      </form>
      {add.error ? <Problem error={add.error} /> : null}
      <div className={styles['acts']}>
        <Button type="submit" form={form} look="primary" busy={add.isPending}>
          {t('note.confirm')}
        </Button>
        <Button onClick={onClose} disabled={add.isPending}>
          {t('acts.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Adds a note once, also if it is tried again because an answer was lost. */
function useAddNote(connote: OutgoingPartsFragment, onAdded: () => void) {
  const t = useTranslations('run');
  const [{ id, number, events: before }] = useState(connote);
  const wasTried = useRef(false);
  return useMutation({
    mutationFn: async (words: string) => {
      // Where an answer was lost, the note may be there already.
      const done = wasTried.current ? await withNote(number, words, before) : null;
      wasTried.current = true;
      return done ?? (await query(PortalNoteOutgoingDocument, { id, note: words })).addConnoteNote.connote;
    },
    onSuccess: (noted) => {
      queryClient.setQueryData(outgoingQuery(number).queryKey, noted);
      toast(t('note.added'));
      onAdded();
    },
  });
}

/** The shipment if it has the note, which wasn't there before; else null. */
async function withNote(
  number: string,
  note: string,
  before: readonly { id: string }[],
): Promise<OutgoingPartsFragment | null> {
  const now = await queryClient.fetchQuery({ ...outgoingQuery(number), staleTime: 0 });
  const isNew = (id: string) => before.every((one) => one.id !== id);
  return now?.events.some((one) => one.kind === 'NOTE' && one.note === note && isNew(one.id)) ? now : null;
}
