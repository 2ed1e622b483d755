import type { ReactNode } from 'react';
import styles from './operations.module.css';

/** Says that somebody else changed what is being worked on, and what it is now. */
export function Changed({ children }: { children: ReactNode }) {
  return (
    <p className={styles['changed']} role="alert">
      {children}
    </p>
  );
}
