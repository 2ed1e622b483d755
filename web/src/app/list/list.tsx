import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { type Column, type ListRow, ListTable } from './list-table';
import { type PageInfo, Pager } from './pager';
import type { Selection } from './selection';

interface ListProps<Row> {
  caption: string;
  list: UseQueryResult<{ nodes: Row[]; pageInfo: PageInfo }>;
  columns: readonly Column<Row>[];
  /** Whether the view leaves something out, so that an empty list may be the view's doing. */
  filtered: boolean;
  /** Shown where there is nothing at all. */
  empty: ReactNode;
  /** Lets rows be chosen by checkboxes, each of which is named after its row. */
  selection?: Selection;
  nameOf?: (row: Row) => string;
}

/** A page of a list in whatever state it is. */
export function List<Row extends ListRow>(props: ListProps<Row>) {
  const { caption, list, columns, filtered, empty, selection, nameOf } = props;
  const { data, error, refetch, isPlaceholderData } = list;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={10} />;
  if (data.nodes.length === 0) return filtered ? <NoneFound /> : empty;
  return (
    <>
      <ListTable
        caption={caption}
        columns={columns}
        rows={data.nodes}
        old={isPlaceholderData}
        selection={selection}
        nameOf={nameOf}
      />
      <Pager page={data.pageInfo} />
    </>
  );
}

function NoneFound() {
  const t = useTranslations('list');
  return (
    <EmptyState title={t('noneFound')} text={t('noneFoundText')}>
      <Link to="." search={{}}>
        {t('showAll')}
      </Link>
    </EmptyState>
  );
}
