import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { List } from '../../../app/list/list';
import { SearchBox } from '../../../app/list/search-box';
import { StatusTabs } from '../../../app/list/status-tabs';
import { PageHeading } from '../../../app/page-heading';
import { EmptyState } from '../../../parts/empty-state';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { ZoneNote } from '../../../parts/zone-note';
import { useMailColumns } from './mail-columns';
import { MAIL_GROUPS } from './mail-groups';
import { MailPanel } from './mail-panel';
import { mailsQuery } from './mail-queries';
import { useRetry } from './use-retry';

/** The mails of the portal: which were sent, wait, or failed. */
export function MailsPage() {
  const t = useTranslations('admin.mails');
  const view = useSearch({ from: '/shell/admin/mails' });
  const navigate = useNavigate();
  const list = useQuery(mailsQuery(view));
  const retry = useRetry();
  const columns = useMailColumns(retry);
  const close = () => navigate({ to: '.', search: (old) => ({ ...old, mail: undefined }) });
  return (
    <div className={layout['page']}>
      <PageHeading title={t('title')} />
      <StatusTabs
        statuses={MAIL_GROUPS}
        words={(group) => t(`groups.${group}`)}
        current={view.status}
        counts={list.data?.counts}
      />
      <SearchBox value={view.search} hint={t('searchHint')} />
      {retry.error && !view.mail ? <Problem error={retry.error} /> : null}
      <List
        caption={t('title')}
        list={list}
        columns={columns}
        filtered={Boolean(view.status || view.search)}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
      <p className={layout['note']}>{t('secretNote')}</p>
      <ZoneNote />
      {view.mail && list.data ? (
        <MailPanel
          mail={list.data.nodes.find(({ id }) => id === view.mail)}
          retry={retry}
          isRetried={retry.variables?.id === view.mail}
          onClose={() => void close()}
        />
      ) : null}
    </div>
  );
}
