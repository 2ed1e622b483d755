import styles from './arrow.module.css';

/** An arrow beside a word. It points the other way where the page is read from the right. */
export const Arrow = ({ to }: { to: 'back' | 'on' }) => (
  <span className={styles['arrow']} aria-hidden="true">
    {to === 'back' ? '←' : '→'}
  </span>
);
