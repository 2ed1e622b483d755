import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { query } from '../../app/query';
import { Fact, Facts } from '../../parts/facts';
import { PortalInventoryTotalsDocument } from './inventory.generated';
import { filterOf, type InventorySearch, sortOf } from './inventory-search';
import { useChips } from './use-chips';

/** What a file will have: how many rows, under which filters, in which order. */
export function ExportFacts({ search }: { search: InventorySearch }) {
  const t = useTranslations('inventory');
  const common = useTranslations('common');
  const chips = useChips(search);
  const filter = filterOf(search);
  const { data, error } = useQuery({
    queryKey: ['totals', filter],
    queryFn: ({ signal }) => query(PortalInventoryTotalsDocument, { filter }, signal),
  });
  const filters = [
    ...(search.q ? [t('searched', { text: search.q })] : []),
    ...chips.map(({ name, text }) => t('chip', { column: t(`columns.${name}`), value: text })),
  ];
  const order = sortOf(search).map(({ column, isDown }) =>
    t(isDown ? 'descending' : 'ascending', { column: t(`columns.${column}`) }),
  );
  const unknown = error ? t('unknownCount') : common('loading');
  return (
    <Facts>
      <Fact label={t('howMany')}>
        {data ? t('rows', { count: data.inventoryTotals.itemCount }) : unknown}
      </Fact>
      <Fact label={t('filters')}>{filters.length > 0 ? filters.join(' · ') : t('noFilters')}</Fact>
      <Fact label={t('order')}>{order.join(', ')}</Fact>
    </Facts>
  );
}
