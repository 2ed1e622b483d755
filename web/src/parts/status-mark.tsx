import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './status-mark.module.css';

/** What a status means for whoever reads it. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

/** A status: always a word, and a colour beside it. */
export function StatusMark({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames(styles['mark'], styles[tone])}>{children}</span>;
}
