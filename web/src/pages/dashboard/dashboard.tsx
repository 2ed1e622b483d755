import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError, PartialAnswer } from '../../app/ask';
import { PageHeading } from '../../app/page-heading';
import layout from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import styles from './dashboard.module.css';

interface DashboardProps<R> {
  answer: UseQueryResult<PartialAnswer<R>>;
  /** What is shown of an answer, and of why its stock is missing. */
  children: (data: R, stockError: ApiError | null) => ReactNode;
}

/** The page that a role lands on, in whatever state it is. What was there stays while it can't be asked for again. */
export function Dashboard<R>({ answer, children }: DashboardProps<R>) {
  const t = useTranslations('common');
  const { data, error, refetch } = answer;
  const errors = data?.errors ?? [];
  const stockError = errors.find(isAboutStock) ?? null;
  const problem = error ?? errors.find((one) => !isAboutStock(one));
  return (
    <div className={layout['page']}>
      <PageHeading title={t('pages.dashboard')} />
      {problem ? <Problem error={problem} onRetry={() => void refetch()} /> : null}
      {data ? <div className={styles['sections']}>{children(data.data, stockError)}</div> : null}
      {data || problem ? null : <Skeleton rows={8} />}
    </div>
  );
}

const isAboutStock = ({ path }: ApiError): boolean => path?.startsWith('dashboard.inventory') ?? false;

interface SectionProps {
  /** Names it in the page. */
  id: string;
  title: string;
  /** A link to all of it. */
  all?: ReactNode;
  children: ReactNode;
}

/** One subject of the page. */
export function Section({ id, title, all, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {all}
      </header>
      {children}
    </section>
  );
}
