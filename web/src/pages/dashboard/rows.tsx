import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './dashboard.module.css';

/** The first of a list. @param total how many there are in all */
export function Rows({ total, children }: { total: number; children: ReactNode[] }) {
  const t = useTranslations('dashboard');
  const left = total - children.length;
  return (
    <>
      <ul className={styles['rows']}>{children}</ul>
      {left > 0 ? <p className={styles['note']}>{t('more', { count: left })}</p> : null}
    </>
  );
}

interface RowProps {
  /** What it is: a link, where it has a page. */
  title: ReactNode;
  under: ReactNode;
  value: ReactNode;
  valueUnder?: ReactNode;
}

/** One of a list: what it is, and what matters about it. */
export function Row({ title, under, value, valueUnder }: RowProps) {
  return (
    <li>
      <div>
        <p className={styles['title']}>{title}</p>
        <p className={styles['under']}>{under}</p>
      </div>
      <div className={styles['value']}>
        <p>{value}</p>
        <p className={styles['under']}>{valueUnder}</p>
      </div>
    </li>
  );
}
