import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CONNOTE_STATUSES } from '../../../app/freight/status-names';
import { List } from '../../../app/list/list';
import { listVariables } from '../../../app/list/list-search';
import { useSelection } from '../../../app/list/selection';
import { StatusTabs } from '../../../app/list/status-tabs';
import { PageHeading } from '../../../app/page-heading';
import { EmptyState } from '../../../parts/empty-state';
import styles from '../../../parts/layout.module.css';
import { BulkBar } from './bulk/bulk-bar';
import { ConnoteBoard } from './connote-board';
import { useStaffConnoteColumns } from './connote-columns';
import { ConnoteFilters } from './connote-filters';
import type { ConnoteSearch } from './connote-search';
import { connotesQuery } from './freight-queries';
import own from './operations.module.css';
import { ViewSwitch } from './view-switch';

/** The connotes of all customers, as a list or as a board by status. */
export function ConnotesPage() {
  const t = useTranslations('common.pages');
  const { view } = useSearch({ from: '/shell/operations/connotes' });
  return (
    <div className={styles['page']}>
      <PageHeading title={t('connotes')}>
        <ViewSwitch isBoard={view === 'board'} />
      </PageHeading>
      {view === 'board' ? <ConnoteBoard /> : <ConnoteList />}
    </div>
  );
}

function ConnoteList() {
  const t = useTranslations();
  const view: ConnoteSearch = useSearch({ from: '/shell/operations/connotes' });
  const { filter, ...page } = listVariables(view);
  const list = useQuery(
    connotesQuery({ ...page, filter: { ...filter, ...(view.driver ? { driverId: view.driver } : {}) } }),
  );
  const selection = useSelection();
  const columns = useStaffConnoteColumns();
  const listPlace = useRef<HTMLDivElement>(null);
  const rows = list.data?.nodes ?? [];
  return (
    <>
      <StatusTabs
        statuses={CONNOTE_STATUSES}
        words={(status) => t(`freight.connoteStatus.${status}`)}
        current={view.status}
        counts={list.data?.countsByStatus}
      />
      <ConnoteFilters driverName={rows.find(({ driver }) => driver?.id === view.driver)?.driver?.name} />
      <BulkBar rows={rows} selection={selection} returnFocus={listPlace} />
      <div ref={listPlace} className={own['list']} tabIndex={-1}>
        <List
          caption={t('common.pages.connotes')}
          list={list}
          columns={columns}
          filtered={Boolean(view.search || view.status || view.driver)}
          selection={selection}
          nameOf={({ number }) => number}
          empty={
            <EmptyState title={t('operations.connotes.empty')} text={t('operations.connotes.emptyText')} />
          }
        />
      </div>
    </>
  );
}
