import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';

interface ButtonProps extends ComponentProps<'button'> {
  /** How much it asks for attention: at most one primary on a page or dialog. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Whether what it began still goes on: it can't be pressed again, and says so. */
  busy?: boolean;
}

/** A button. It submits no form unless its type says so. */
export function Button({
  look = 'plain',
  busy = false,
  type = 'button',
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(styles['button'], styles[look], className)}
      aria-busy={busy || undefined}
      // Not `disabled`: the focus would be lost.
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
