import type { ReactNode } from 'react';
import styles from '../parts/layout.module.css';
import { usePageTitle } from './use-page-title';

interface PageHeadingProps {
  title: string;
  /** Beside the title: a status. */
  mark?: ReactNode;
  /** What can be done on the page. */
  children?: ReactNode;
}

/** The page's one h1, which is the document's title too. */
export function PageHeading({ title, mark, children }: PageHeadingProps) {
  usePageTitle(title);
  return (
    <header className={styles['heading']}>
      <h1 dir="auto">{title}</h1>
      {mark}
      {children ? <div className={styles['acts']}>{children}</div> : null}
    </header>
  );
}
