import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ListTable } from '../../../app/list/list-table';
import { PageHeading } from '../../../app/page-heading';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { ZoneNote } from '../../../parts/zone-note';
import { SecretDialog } from '../secret-dialog';
import { useKeyColumns } from './key-columns';
import { type ApiKey, apiKeysQuery } from './key-queries';
import { type CreatedKey, NewKeyDialog } from './new-key-dialog';
import { RevokeDialog } from './revoke-dialog';

/** The keys by which reporting tools read the stock. */
export function ApiKeysPage() {
  const t = useTranslations('admin.keys');
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedKey | null>(null);
  return (
    <div className={layout['page']}>
      <PageHeading title={t('title')}>
        <Button look="primary" onClick={() => setCreating(true)}>
          {t('new')}
        </Button>
      </PageHeading>
      <p>{t('text')}</p>
      <Keys />
      <ZoneNote />
      {isCreating ? (
        <NewKeyDialog
          onCreated={(key) => {
            setCreating(false);
            setCreated(key);
          }}
          onClose={() => setCreating(false)}
        />
      ) : null}
      {created ? (
        <SecretDialog
          title={t('created', { name: created.apiKey.name })}
          text={t('createdText')}
          name={t('secret')}
          secret={created.secret}
          onClose={() => setCreated(null)}
        />
      ) : null}
    </div>
  );
}

function Keys() {
  const t = useTranslations('admin.keys');
  const { data, error, refetch } = useQuery(apiKeysQuery);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const columns = useKeyColumns(setRevoking);
  const problem = error ? <Problem error={error} onRetry={() => void refetch()} /> : null;
  if (!data) return problem ?? <Skeleton rows={6} />;
  return (
    <>
      {problem}
      {data.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : (
        <ListTable caption={t('title')} columns={columns} rows={data} old={false} />
      )}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}
