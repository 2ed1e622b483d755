import { useTranslations } from 'use-intl';
import { Fact, Facts } from '../../parts/facts';
import { filterOf, type InventorySearch, sortOf } from './inventory-search';
import { useTotals } from './totals';
import { useChips } from './use-chips';

/** What a file will have: how many rows, under which filters, in which order. */
export function ExportFacts({ search }: { search: InventorySearch }) {
  const t = useTranslations('inventory');
  const common = useTranslations('common');
  const chips = useChips(search);
  const { itemCount, hasFailed } = useTotals(filterOf(search));
  const filters = [
    ...(search.q ? [t('searched', { text: search.q })] : []),
    ...chips.map(({ name, text }) => t('chip', { column: t(`columns.${name}`), value: text })),
  ];
  const order = sortOf(search).map(({ column, isDown }) =>
    t(isDown ? 'descending' : 'ascending', { column: t(`columns.${column}`) }),
  );
  const unknown = hasFailed ? t('unknownCount') : common('loading');
  return (
    <Facts>
      <Fact label={t('howMany')}>{itemCount === undefined ? unknown : t('rows', { count: itemCount })}</Fact>
      <Fact label={t('filters')}>{filters.length > 0 ? filters.join(' · ') : t('noFilters')}</Fact>
      <Fact label={t('order')}>{order.join(', ')}</Fact>
    </Facts>
  );
}
