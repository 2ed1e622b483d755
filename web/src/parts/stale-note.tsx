import type { ReactNode } from 'react';
import styles from './stale-note.module.css';

/** Says that what is shown is old, since when, and why. */
export function StaleNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles['stale']}>
      {children}
    </p>
  );
}
