import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import button from './button.module.css';
import { classNames } from './class-names';

function Anchor({ className, ...rest }: ComponentProps<'a'>) {
  return <a {...rest} className={classNames(button['button'], button['primary'], className)} />;
}

/** A link that is the page's most important act. */
export const ButtonLink = createLink(Anchor);
