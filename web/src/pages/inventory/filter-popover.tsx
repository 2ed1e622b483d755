import { useState } from 'react';
import { useFormatter } from 'use-intl';
import button from '../../parts/button.module.css';
import { classNames } from '../../parts/class-names';
import { later } from '../../parts/later';
import type { FilterPopoverProps } from './filter-popover-frame';
import styles from './filters.module.css';

const Frame = later(async () => (await import('./filter-popover-frame')).FilterPopoverFrame);

/** A button, and below it what can be chosen. It may be pressed before that can be shown. */
export function FilterPopover(props: FilterPopoverProps) {
  const { label, chosen = 0, onOpen } = props;
  const format = useFormatter();
  const [isWanted, setWanted] = useState(false);
  const face = (
    <>
      {label}
      {chosen > 0 ? <span className={styles['chosen']}>{format.number(chosen)}</span> : null}
      <span aria-hidden="true">▾</span>
    </>
  );
  const open = () => {
    setWanted(true);
    onOpen?.();
  };
  const meanwhile = (
    <button
      type="button"
      className={classNames(button['button'], styles['trigger'])}
      data-chosen={chosen > 0 || undefined}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={open}
    >
      {face}
    </button>
  );
  return <Frame {...props} face={face} defaultOpen={isWanted} meanwhile={meanwhile} />;
}
