import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { later } from './later';

const Frame = later(async () => (await import('./menu-frame')).MenuFrame);

/** An act of a menu. */
export const MenuItem = later(async () => (await import('./menu-frame')).MenuItem);
/** A page of a menu. */
export const MenuLink = later(async () => (await import('./menu-frame')).MenuLink);

/** A button that opens a list of acts. It may be pressed before the list can be shown. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <Button aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)}>
      {label}
    </Button>
  );
  return (
    <Frame label={label} defaultOpen={isWanted} meanwhile={button}>
      {children}
    </Frame>
  );
}
