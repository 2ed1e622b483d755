import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Dialog } from '../../../parts/dialog';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { entryQuery } from './audit-queries';
import { EntryFacts } from './entry-facts';

/** An entry beside the list: who did what, and what it changed. */
export function EntryPanel({ sequence, onClose }: { sequence: number; onClose: () => void }) {
  const t = useTranslations('audit.entry');
  const { data, error, refetch } = useQuery(entryQuery(sequence));
  return (
    <Dialog open place="side" title={t('title', { sequence })} onClose={onClose}>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={8} /> : null}
      {data === null ? <p>{t('gone', { sequence })}</p> : null}
      {data ? <EntryFacts entry={data} /> : null}
    </Dialog>
  );
}
