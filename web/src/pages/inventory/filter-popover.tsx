import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useFormatter } from 'use-intl';
import button from '../../parts/button.module.css';
import { classNames } from '../../parts/class-names';
import styles from './filters.module.css';

interface FilterPopoverProps {
  label: string;
  /** How many values are chosen. */
  chosen?: number;
  onOpen?: () => void;
  children: ReactNode;
}

/** A button, and below it what can be chosen. */
export function FilterPopover({ label, chosen = 0, onOpen, children }: FilterPopoverProps) {
  const format = useFormatter();
  return (
    <Popover.Root onOpenChange={(open) => open && onOpen?.()}>
      <Popover.Trigger
        className={classNames(button['button'], styles['trigger'])}
        data-chosen={chosen > 0 || undefined}
      >
        {label}
        {chosen > 0 ? <span className={styles['chosen']}>{format.number(chosen)}</span> : null}
        <span aria-hidden="true">▾</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className={styles['positioner']}>
          <Popover.Popup className={styles['popup']}>
            <Popover.Title className={styles['title']}>{label}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
