import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { List } from '../../../app/list/list';
import { pageVariables } from '../../../app/list/list-search';
import { PageHeading } from '../../../app/page-heading';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import layout from '../../../parts/layout.module.css';
import { ZoneNote } from '../../../parts/zone-note';
import { useAuditColumns } from './audit-columns';
import { AuditExportDialog } from './audit-export-dialog';
import { AuditFilters } from './audit-filters';
import { auditFilter, entriesQuery } from './audit-queries';
import { isFiltered } from './audit-search';
import { EntryPanel } from './entry-panel';
import { useVerification, Verification } from './verification';

/** What was done in the portal, newest first. */
export function AuditPage() {
  const t = useTranslations('audit');
  const view = useSearch({ from: '/shell/admin/audit' });
  const navigate = useNavigate();
  const filter = auditFilter(view, useTimeZone() ?? 'UTC');
  const list = useQuery(entriesQuery({ filter, ...pageVariables(view) }));
  const columns = useAuditColumns();
  const verification = useVerification();
  const [isExporting, setExporting] = useState(false);
  const close = () => navigate({ to: '.', search: (old) => ({ ...old, entry: undefined }) });
  return (
    <div className={layout['page']}>
      <PageHeading title={t('title')}>
        <Button busy={verification.isPending} onClick={() => verification.mutate()}>
          {t('verify.act')}
        </Button>
        <Button onClick={() => setExporting(true)}>{t('export.act')}</Button>
      </PageHeading>
      <Verification of={verification} />
      <AuditFilters view={view} />
      <List
        caption={t('title')}
        list={list}
        columns={columns}
        filtered={isFiltered(view)}
        empty={<EmptyState title={t('empty')} />}
      />
      <ZoneNote />
      {view.entry ? <EntryPanel sequence={Number(view.entry)} onClose={() => void close()} /> : null}
      {isExporting ? <AuditExportDialog filter={filter} onClose={() => setExporting(false)} /> : null}
    </div>
  );
}
