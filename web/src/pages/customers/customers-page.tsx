import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { List } from '../../app/list/list';
import { SearchBox } from '../../app/list/search-box';
import { useSelection } from '../../app/list/selection';
import { StatusTabs } from '../../app/list/status-tabs';
import { PageHeading } from '../../app/page-heading';
import { ButtonLink } from '../../parts/button-link';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { useCustomerColumns } from './customer-columns';
import { customersQuery } from './customer-queries';
import own from './customers.module.css';
import { ACCOUNT_STATUSES, customersVariables } from './customers-search';
import { ListFilters } from './list-filters';
import { fullNameOf } from './names';
import { Chosen } from './portal/chosen';
import { useKnownNames } from './use-known-names';

/** The customers of the CRM. Those that are chosen get portal accounts. */
export function CustomersPage() {
  const t = useTranslations('customers');
  const view = useSearch({ from: '/shell/dashboard/customers' });
  const list = useQuery(customersQuery(customersVariables(view)));
  const columns = useCustomerColumns();
  const selection = useSelection();
  const names = useKnownNames(list.data?.nodes);
  const listPlace = useRef<HTMLDivElement>(null);
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')}>
        <ButtonLink to="/dashboard/customers/new">{t('add')}</ButtonLink>
      </PageHeading>
      <StatusTabs
        statuses={ACCOUNT_STATUSES}
        words={(status) => t(`status.${status}`)}
        current={view.status}
        counts={undefined}
      />
      <div className={own['filters']}>
        <SearchBox value={view.search} hint={t('searchHint')} />
        <ListFilters view={view} />
      </div>
      <Chosen selection={selection} names={names} returnFocus={listPlace} />
      <div ref={listPlace} className={own['list']} tabIndex={-1}>
        <List
          caption={t('title')}
          list={list}
          columns={columns}
          filtered={Boolean(view.search || view.status || view.account)}
          selection={selection}
          nameOf={fullNameOf}
          empty={
            <EmptyState title={t('empty')} text={t('emptyText')}>
              <Link to="/dashboard/customers/new">{t('add')}</Link>
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}
