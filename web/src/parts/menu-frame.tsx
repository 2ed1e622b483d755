import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import button from './button.module.css';
import { classNames } from './class-names';
import styles from './menu.module.css';

interface MenuFrameProps {
  label: string;
  /** Whether it is open from the beginning. */
  defaultOpen: boolean;
  children: ReactNode;
}

/** A menu as it is shown. Pages use `Menu`. */
export function MenuFrame({ label, defaultOpen, children }: MenuFrameProps) {
  return (
    <BaseMenu.Root defaultOpen={defaultOpen}>
      <BaseMenu.Trigger className={classNames(button['button'], button['plain'])}>{label}</BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align="end">
          <BaseMenu.Popup className={styles['menu']}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** An act of a menu. */
export function MenuItem({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <BaseMenu.Item className={styles['item']} onClick={onClick}>
      {children}
    </BaseMenu.Item>
  );
}

/** A page of a menu. */
export function MenuLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <BaseMenu.Item className={styles['item']} render={<Link to={to} />}>
      {children}
    </BaseMenu.Item>
  );
}
