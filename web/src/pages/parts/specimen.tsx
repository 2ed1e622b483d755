import { type ReactNode, useId } from 'react';
import styles from './parts.module.css';

/** A part under its name, in the states that it has. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['specimen']} aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div className={styles['states']}>{children}</div>
    </section>
  );
}
