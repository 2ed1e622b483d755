import type { ComponentProps } from 'react';
import button from './button.module.css';
import { classNames } from './class-names';

/** A link to another site, in a tab of its own, that is a page's most important act. The site learns nothing of the portal. */
export function OutsideLink({ className, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      {...rest}
      target="_blank"
      rel="noopener noreferrer external"
      className={classNames(button['button'], button['primary'], className)}
    >
      {children}
    </a>
  );
}
