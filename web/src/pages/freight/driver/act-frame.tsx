import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import type { useAct } from './use-act';

/** As many characters as the server takes. */
export const MAX_NOTE = 1000;

interface NoteFieldProps {
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
}

/** What there is to say about it. */
export function NoteField({ value, onChange, isRequired = false }: NoteFieldProps) {
  const t = useTranslations('run.note');
  return (
    <Field label={t('label')} hint={t('hint')} optional={!isRequired}>
      <textarea
        rows={3}
        maxLength={MAX_NOTE}
        required={isRequired}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}

interface ActFrameProps {
  title: string;
  text: string;
  confirm: string;
  act: ReturnType<typeof useAct>;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks what is needed for something to be done at a stop. */
export function ActFrame({ title, text, confirm, act, onConfirm, onClose, children }: ActFrameProps) {
  const t = useTranslations('run');
  const form = useId();
  return (
    <Dialog open title={title} description={text} onClose={onClose}>
      <form
        id={form}
        className={styles['page']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!act.isPending) onConfirm();
        }}
      >
        {children}
      </form>
      {act.error ? <Problem error={act.error} words={t('delivery.failed')} /> : null}
      <div className={styles['acts']}>
        <Button type="submit" form={form} look="primary" busy={act.isPending}>
          {confirm}
        </Button>
        <Button onClick={onClose}>{t('acts.cancel')}</Button>
      </div>
    </Dialog>
  );
}
