import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { changedView, type ListSearch } from './list-search';
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
  /** How it is ordered: the word of a column's `sort`, after a `-` if downwards. */
  order?: string;
  /** Lets rows be chosen by checkboxes, each of which is named after its row. */
  selection?: Selection;
  nameOf?: (row: Row) => string;
}

/** A page of a list in whatever state it is. */
export function List<Row extends ListRow>(props: ListProps<Row>) {
  const { caption, list, columns, filtered, empty, order, selection, nameOf } = props;
  const { data, error, refetch, isPlaceholderData } = list;
  const { after, before } = useSearch({ strict: false }) as ListSearch;
  const problem = error ? <Problem error={error} onRetry={() => void refetch()} /> : null;
  // The rows that were there stay, with the selection of whoever is about to act on them.
  if (!data) return problem ?? <Skeleton rows={10} />;
  if (data.nodes.length === 0) return after || before ? <EmptyPage /> : filtered ? <NoneFound /> : empty;
  return (
    <>
      {problem}
      <ListTable
        caption={caption}
        columns={columns}
        rows={data.nodes}
        old={isPlaceholderData}
        order={order}
        selection={selection}
        nameOf={nameOf}
      />
      <Pager page={data.pageInfo} />
    </>
  );
}

/** A page of which all rows have gone elsewhere meanwhile. */
function EmptyPage() {
  const t = useTranslations('list');
  return (
    <EmptyState title={t('emptyPage')} text={t('emptyPageText')}>
      <Link to="." search={changedView({})}>
        {t('firstPage')}
      </Link>
    </EmptyState>
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
