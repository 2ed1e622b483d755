import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Selection } from '../../../app/list/selection';
import { Button } from '../../../parts/button';
import own from '../customers.module.css';
import { ManyDialog } from './many-dialog';

interface ChosenProps {
  selection: Selection;
  /** The names of the customers by their ids. */
  names: ReadonlyMap<string, string>;
  /** What gets the focus when nothing is chosen any more. */
  returnFocus: RefObject<HTMLElement | null>;
}

/** How many customers are chosen, and what can be done with them. */
export function Chosen({ selection, names, returnFocus }: ChosenProps) {
  const t = useTranslations('customers.many');
  const list = useTranslations('list');
  const [given, setGiven] = useState<string[] | null>(null);
  const count = selection.ids.size;
  const clear = () => {
    selection.clear();
    returnFocus.current?.focus();
  };
  return (
    <>
      <div className={own['chosen']} data-empty={count === 0 || undefined}>
        <p role="status">{count > 0 ? list('selected', { count }) : null}</p>
        {count > 0 ? (
          <>
            <Button onClick={() => setGiven([...selection.ids])}>{t('open')}</Button>
            <Button look="quiet" onClick={clear}>
              {list('clearSelection')}
            </Button>
          </>
        ) : null}
      </div>
      {given ? (
        <ManyDialog
          customers={given.map((id) => ({ id, name: names.get(id) ?? id }))}
          returnFocus={returnFocus}
          onClose={(settled) => {
            setGiven(null);
            for (const id of settled) selection.toggle(id);
          }}
        />
      ) : null}
    </>
  );
}
