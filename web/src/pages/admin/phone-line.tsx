import { Fragment, type ReactNode } from 'react';
import styles from './admin.module.css';

/** On a phone, below a row's title: what its other columns say. */
export function PhoneLine({ parts }: { parts: readonly ReactNode[] }) {
  const shown = parts.filter(Boolean);
  return (
    <span className={styles['phoneLine']}>
      {shown.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <Fragment key={index}>
          {index > 0 ? ' · ' : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
