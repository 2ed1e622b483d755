import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { FreightPageFragment } from '../../app/operations.generated';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { type Column, FreightTable } from './freight-table';
import type { View } from './list-search';
import { Pager } from './pager';

interface FreightListProps<Row> {
  caption: string;
  list: UseQueryResult<{ nodes: Row[]; pageInfo: FreightPageFragment }>;
  columns: readonly Column<Row>[];
  view: View;
  /** Shown where there is nothing at all. */
  empty: ReactNode;
}

/** A page of a list in whatever state it is. */
export function FreightList<Row extends { id: string }>({
  caption,
  list,
  columns,
  view,
  empty,
}: FreightListProps<Row>) {
  const { data, error, refetch, isPlaceholderData } = list;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={10} />;
  if (data.nodes.length === 0) return view.search || view.status ? <NoneFound /> : empty;
  return (
    <>
      <FreightTable caption={caption} columns={columns} rows={data.nodes} old={isPlaceholderData} />
      <Pager page={data.pageInfo} view={view} />
    </>
  );
}

function NoneFound() {
  const t = useTranslations('freight.list');
  return (
    <EmptyState title={t('noneFound')} text={t('noneFoundText')}>
      <Link to="." search={{}}>
        {t('showAll')}
      </Link>
    </EmptyState>
  );
}
