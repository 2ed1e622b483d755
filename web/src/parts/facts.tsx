import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Facts in pairs: what it is, and its value. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles['facts']}>{children}</dl>;
}

interface FactProps {
  label: string;
  /** Whether people wrote it, in any language, so that it has a direction of its own. */
  isWritten?: boolean;
  children: ReactNode;
}

/** One fact; nothing where there is no value. */
export function Fact({ label, isWritten = false, children }: FactProps) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd dir={isWritten ? 'auto' : undefined}>{children}</dd>
    </div>
  );
}
