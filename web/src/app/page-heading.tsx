import type { ReactNode } from 'react';
import styles from '../parts/layout.module.css';
import { usePageTitle } from './use-page-title';

interface PageHeadingProps {
  title: string;
  /** Over the title: the number or name by which it is known. It is read from the left in every language. */
  code?: string;
  /** Beside the title: a status. */
  mark?: ReactNode;
  /** What can be done on the page. */
  children?: ReactNode;
}

/** The page's one h1, which is the document's title too. */
export function PageHeading({ title, code, mark, children }: PageHeadingProps) {
  usePageTitle(title);
  return (
    <>
      {code === undefined ? null : (
        <p className={styles['code']} dir="ltr">
          {code}
        </p>
      )}
      <header className={styles['heading']}>
        <h1 dir="auto">{title}</h1>
        {mark}
        {children ? <div className={styles['acts']}>{children}</div> : null}
      </header>
    </>
  );
}
