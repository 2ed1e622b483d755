import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { changedView } from '../../../app/list/list-search';
import styles from './operations.module.css';

/** Links to the two ways to look at connotes. A board has all its statuses at once. */
export function ViewSwitch({ isBoard }: { isBoard: boolean }) {
  const t = useTranslations('operations.connotes');
  return (
    <nav className={styles['switch']} aria-label={t('view')}>
      <Choice view={undefined} isCurrent={!isBoard}>
        {t('list')}
      </Choice>
      <Choice view="board" isCurrent={isBoard}>
        {t('board')}
      </Choice>
    </nav>
  );
}

interface ChoiceProps {
  view: 'board' | undefined;
  isCurrent: boolean;
  children: ReactNode;
}

function Choice({ view, isCurrent, children }: ChoiceProps) {
  return (
    <Link
      to="."
      search={changedView({ view, ...(view ? { status: undefined } : {}) })}
      // What a link leaves out of the address must not be in it, or the router takes both for the current one.
      activeOptions={{ explicitUndefined: true }}
      aria-current={isCurrent ? 'true' : undefined}
      data-current={isCurrent || undefined}
    >
      {children}
    </Link>
  );
}
