import { type ReactNode, useId } from 'react';
import styles from './account.module.css';

interface SectionProps {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A part of the account: its title and what it is for, beside what can be done. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['about']}>
        <h2 id={id}>{title}</h2>
        {text ? <p>{text}</p> : null}
      </div>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}
