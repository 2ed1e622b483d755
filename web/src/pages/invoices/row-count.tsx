import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Fact, Facts } from '../../parts/facts';

interface RowCountProps {
  /** What is counted. */
  of: 'invoices' | 'payments';
  filter: object;
  count: (signal: AbortSignal) => Promise<number>;
}

/** How many rows a file will have. */
export function RowCount({ of, filter, count }: RowCountProps) {
  const t = useTranslations('invoices.count');
  const common = useTranslations('common');
  const { data, isError } = useQuery({
    queryKey: [of, 'count', filter],
    queryFn: ({ signal }) => count(signal),
  });
  const rows = data === undefined ? common('loading') : t('rows', { count: data });
  return (
    <Facts>
      <Fact label={t('howMany')}>{isError ? t('unknown') : rows}</Fact>
    </Facts>
  );
}
