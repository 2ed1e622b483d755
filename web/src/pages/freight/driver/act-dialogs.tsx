import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AttemptReason } from '../../../app/operations.generated';
import { Field } from '../../../parts/field';
import { ActFrame, NoteField } from './act-frame';
import { useGoodsWords } from './goods-words';
import type { Stop } from './stops';
import { useAct } from './use-act';

interface ActDialogProps {
  stop: Stop;
  onClose: () => void;
}

/** Asks once more: a pickup can't be taken back. */
export function PickUpDialog({ stop, onClose }: ActDialogProps) {
  const t = useTranslations('run');
  const act = useAct(stop, onClose);
  const [note, setNote] = useState('');
  const goods = useGoodsWords()(stop);
  return (
    <ActFrame
      title={t('pickUp.title')}
      text={t('pickUp.text', { number: stop.number, goods })}
      confirm={t('acts.pickUp')}
      act={act}
      onConfirm={() => act.mutate({ kind: 'PICKED_UP', note: note.trim() || null })}
      onClose={onClose}
    >
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}

const REASONS: readonly AttemptReason[] = [
  'NOBODY_THERE',
  'CLOSED',
  'REFUSED',
  'WRONG_ADDRESS',
  'DAMAGED',
  'OTHER',
];

/** Says why goods could not be delivered. */
export function AttemptDialog({ stop, onClose }: ActDialogProps) {
  const t = useTranslations('run');
  const reasons = useTranslations('freight.reason');
  const act = useAct(stop, onClose);
  const [reason, setReason] = useState<AttemptReason>('NOBODY_THERE');
  const [note, setNote] = useState('');
  return (
    <ActFrame
      title={t('attempt.title')}
      text={t('attempt.text', { number: stop.number })}
      confirm={t('attempt.confirm')}
      act={act}
      onConfirm={() => act.mutate({ kind: 'ATTEMPT', reason, note: note.trim() || null })}
      onClose={onClose}
    >
      <Field label={t('attempt.reason')}>
        <select value={reason} onChange={({ target }) => setReason(target.value as AttemptReason)}>
          {REASONS.map((one) => (
            <option key={one} value={one}>
              {reasons(one)}
            </option>
          ))}
        </select>
      </Field>
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}

/** Adds a note to the history of a stop. */
export function NoteActDialog({ stop, onClose }: ActDialogProps) {
  const t = useTranslations('run');
  const act = useAct(stop, onClose);
  const [note, setNote] = useState('');
  return (
    <ActFrame
      title={t('note.title')}
      text={t('note.text', { number: stop.number })}
      confirm={t('note.confirm')}
      act={act}
      onConfirm={() => {
        if (note.trim()) act.mutate({ kind: 'NOTE', note: note.trim() });
      }}
      onClose={onClose}
    >
      <NoteField value={note} onChange={setNote} isRequired />
    </ActFrame>
  );
}
