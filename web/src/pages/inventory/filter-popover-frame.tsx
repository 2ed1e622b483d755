import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import button from '../../parts/button.module.css';
import { classNames } from '../../parts/class-names';
import styles from './filters.module.css';

/** A filter's button and what it opens. */
export interface FilterPopoverProps {
  label: string;
  /** How many values are chosen. */
  chosen?: number;
  onOpen?: () => void;
  children: ReactNode;
}

interface FrameProps extends FilterPopoverProps {
  /** What is on the button. */
  face: ReactNode;
  defaultOpen: boolean;
}

/** A popover as it is shown. Pages use `FilterPopover`. */
export function FilterPopoverFrame({ label, chosen, onOpen, face, defaultOpen, children }: FrameProps) {
  return (
    <Popover.Root defaultOpen={defaultOpen} onOpenChange={(open) => open && onOpen?.()}>
      <Popover.Trigger
        className={classNames(button['button'], styles['trigger'])}
        data-chosen={chosen ? true : undefined}
      >
        {face}
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
