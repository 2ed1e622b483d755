import { type RefObject, useId, useState } from 'react';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Field } from '../../parts/field';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';

interface NoteDialogProps {
  words: { title: string; text: string; note: string; hint: string; confirm: string; keep: string };
  /** Whether it can still be done. If not, what was typed stays to be copied. */
  possible: boolean;
  busy: boolean;
  problem: unknown;
  /** Said instead of the words for the problem's code. */
  problemWords: string | undefined;
  /** What gets the focus when it closes, instead of what had it before. */
  returnFocus?: RefObject<HTMLElement | null>;
  onConfirm: (note: string | null) => void;
  onClose: () => void;
}

/** Asks once more before something ends, and why. */
export function NoteDialog(props: NoteDialogProps) {
  const { words, possible, busy, problem, problemWords, onConfirm, onClose } = props;
  const [note, setNote] = useState('');
  const form = useId();
  return (
    <Dialog
      open
      title={words.title}
      description={words.text}
      onClose={onClose}
      {...(props.returnFocus && { returnFocus: props.returnFocus })}
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (possible && !busy) onConfirm(note.trim() || null);
        }}
      >
        <Field label={words.note} hint={words.hint} optional>
          <textarea rows={3} maxLength={1000} value={note} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </form>
      {problem ? <Problem error={problem} words={problemWords} /> : null}
      <div className={styles['acts']}>
        {possible ? (
          <Button type="submit" form={form} look="danger" busy={busy}>
            {words.confirm}
          </Button>
        ) : null}
        <Button onClick={onClose}>{words.keep}</Button>
      </div>
    </Dialog>
  );
}
