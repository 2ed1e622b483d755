import { useTranslations } from 'use-intl';
import { type Column, ListTable } from '../../../app/list/list-table';
import type { AccessRulesFragment, PortalAccessQuery } from '../../../app/operations.generated';
import { useMoment } from '../../../app/use-moment';
import { EmptyState } from '../../../parts/empty-state';
import { Fact, Facts } from '../../../parts/facts';
import { Quantity } from '../../../parts/quantity';
import { useZoneWords } from '../../../parts/zone-note';
import styles from '../admin.module.css';
import { PhoneLine } from '../phone-line';

/** Why somebody sees what they see. */
export type AccessRules = AccessRulesFragment;
type Stock = PortalAccessQuery['accessPreview'];
type Row = Stock['inventory']['nodes'][number];

/** The stock that somebody sees: whose it is, how much, and its first rows. */
export function AccessStock({ stock }: { stock: Stock }) {
  const t = useTranslations('adminUsers.access');
  const zone = useZoneWords();
  const columns = useStockColumns();
  const { erpCustomers, allErpCustomers, inventoryTotals, inventory } = stock;
  const { itemCount, partCount, binCount, byUnit, asOf, stale } = inventoryTotals;
  const time = useMoment()(asOf);
  return (
    <>
      <section className={styles['section']} aria-labelledby="stock">
        <h2 id="stock">{t('stock')}</h2>
        <Facts>
          <Fact label={t('customers')}>
            {allErpCustomers ? t('all') : erpCustomers.map(({ name }) => name).join('\n') || t('none')}
          </Fact>
          <Fact label={t('rows')}>{t('count', { count: itemCount })}</Fact>
          <Fact label={t('parts')}>{t('count', { count: partCount })}</Fact>
          <Fact label={t('bins')}>{t('count', { count: binCount })}</Fact>
        </Facts>
        <dl className={styles['units']} aria-label={t('onHandByUnit')}>
          {byUnit.map(({ unit, quantityOnHand }) => (
            <div key={unit}>
              <dt>{unit ?? '–'}</dt>
              <dd>
                <Quantity value={quantityOnHand} />
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles['hint']}>
          {t(stale ? 'stale' : 'asOf', { time })} · {zone}
        </p>
      </section>
      {inventory.nodes.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <>
          <ListTable caption={t('stock')} columns={columns} rows={inventory.nodes} old={false} />
          <p className={styles['hint']}>{t('first', { shown: inventory.nodes.length, count: itemCount })}</p>
        </>
      )}
    </>
  );
}

function useStockColumns(): Column<Row>[] {
  const t = useTranslations('adminUsers.access');
  return [
    { name: 'part', look: 'code', title: t('part'), cell: ({ partNumber }) => partNumber },
    {
      name: 'description',
      look: 'title',
      title: t('description'),
      cell: ({ description, erpCustomer, warehouse, bin, lot }) => (
        <>
          {description}
          <PhoneLine parts={[erpCustomer.name, warehouse, bin, lot]} />
        </>
      ),
    },
    {
      name: 'customer',
      look: 'text',
      title: t('customer'),
      cell: ({ erpCustomer }) => erpCustomer.name,
    },
    { name: 'warehouse', look: 'text', title: t('warehouse'), cell: ({ warehouse }) => warehouse },
    { name: 'bin', look: 'text', title: t('bin'), cell: ({ bin }) => bin },
    { name: 'lot', look: 'text', title: t('lot'), cell: ({ lot }) => lot },
    { name: 'status', look: 'status', title: t('status'), cell: ({ status }) => status },
    {
      name: 'onHand',
      look: 'amount',
      title: t('onHand'),
      cell: ({ quantityOnHand, unit }) => <Quantity value={quantityOnHand} unit={unit} />,
    },
  ];
}
