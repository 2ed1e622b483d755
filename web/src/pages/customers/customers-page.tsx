import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { List } from '../../app/list/list';
import { SearchBox } from '../../app/list/search-box';
import { useSelection } from '../../app/list/selection';
import { StatusTabs } from '../../app/list/status-tabs';
import { PageHeading } from '../../app/page-heading';
import { Button } from '../../parts/button';
import { ButtonLink } from '../../parts/button-link';
import { EmptyState } from '../../parts/empty-state';
import styles from '../../parts/layout.module.css';
import { useCustomerColumns } from './customer-columns';
import { customersQuery } from './customer-queries';
import own from './customers.module.css';
import { ACCOUNT_STATUSES, customersVariables } from './customers-search';
import { ListFilters } from './list-filters';
import { fullNameOf } from './names';
import { ManyDialog } from './portal/many-dialog';
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
  const [chosen, setChosen] = useState<string[] | null>(null);
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
      <Chosen
        count={selection.ids.size}
        onCreate={() => setChosen([...selection.ids])}
        onClear={selection.clear}
      />
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
      {chosen ? (
        <ManyDialog
          customers={chosen.map((id) => ({ id, name: names.get(id) ?? id }))}
          returnFocus={listPlace}
          onClose={() => {
            setChosen(null);
            selection.clear();
          }}
        />
      ) : null}
    </div>
  );
}

interface ChosenProps {
  count: number;
  onCreate: () => void;
  onClear: () => void;
}

/** What can be done with the chosen rows. */
function Chosen({ count, onCreate, onClear }: ChosenProps) {
  const t = useTranslations('customers.many');
  const list = useTranslations('list');
  return (
    <div className={own['chosen']} role="status">
      {count > 0 ? (
        <>
          <span>{list('selected', { count })}</span>
          <Button onClick={onCreate}>{t('open')}</Button>
          <Button look="quiet" onClick={onClear}>
            {list('clearSelection')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
