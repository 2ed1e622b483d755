import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
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

function NoteDialog({ connote: { id, number }, onClose }: NoteProps & { onClose: () => void }) {
  const t = useTranslations('run');
  const form = useId();
  const [note, setNote] = useState('');
  const add = useMutation({
    mutationFn: () => query(PortalNoteOutgoingDocument, { id, note: note.trim() }),
    onSuccess: ({ addConnoteNote: { connote } }) => {
      queryClient.setQueryData(outgoingQuery(number).queryKey, connote);
      toast(t('note.added'));
      onClose();
    },
  });
  const submit = () => {
    if (note.trim() && !add.isPending) add.mutate();
  };
  return (
    <Dialog open title={t('note.title')} description={t('note.text', { number })} onClose={onClose}>
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
        <Button onClick={onClose}>{t('acts.cancel')}</Button>
      </div>
    </Dialog>
  );
}
