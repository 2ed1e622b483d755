import { useLocale, useTranslations } from 'use-intl';
import type { FreightGoodsFragment } from '../../app/operations.generated';
import { formatDecimal, Quantity } from '../../parts/quantity';
import { StatusMark } from '../../parts/status-mark';
import styles from './detail.module.css';

/** The goods of a shipment, and what they weigh. */
export function Goods({ items, ...weights }: { items: readonly FreightGoodsFragment[] } & WeightsProps) {
  const t = useTranslations('freight');
  return (
    <section className={styles['section']} aria-labelledby="goods">
      <h2 id="goods">{t('facts.goods')}</h2>
      {items.length > 0 ? <Items items={items} /> : <p className={styles['note']}>{t('goods.noItems')}</p>}
      <Weights {...weights} />
    </section>
  );
}

function Items({ items }: { items: readonly FreightGoodsFragment[] }) {
  const t = useTranslations('freight.goods');
  return (
    <table className={styles['items']}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('each')}</th>
          <th scope="col">{t('size')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no id, and their order never changes
          <Item key={index} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Item({ item }: { item: FreightGoodsFragment }) {
  const t = useTranslations('freight');
  const locale = useLocale();
  const { lengthCm, widthCm, heightCm, dangerousGoods } = item;
  const sizes = [lengthCm, widthCm, heightCm].filter((size) => size !== null);
  return (
    <tr>
      <td>
        {item.quantity} × {t(`packaging.${item.packaging}`)}
        {item.description ? <span className={styles['description']}> {item.description}</span> : null}
        {dangerousGoods ? (
          <div>
            <StatusMark tone="warn">{t('goods.dangerousMark')}</StatusMark> <Dangerous {...dangerousGoods} />
          </div>
        ) : null}
      </td>
      <td>
        <Quantity value={item.weightKg} unit="kg" />
      </td>
      <td>
        {sizes.length === 3 ? `${sizes.map((size) => formatDecimal(size, locale)).join(' × ')} cm` : '–'}
      </td>
    </tr>
  );
}

function Dangerous({
  unNumber,
  class: goodsClass,
  packingGroup,
}: NonNullable<FreightGoodsFragment['dangerousGoods']>) {
  const t = useTranslations('freight.goods');
  const values = { un: unNumber, class: goodsClass };
  return packingGroup ? t('dangerousGroup', { ...values, group: packingGroup }) : t('dangerous', values);
}

interface WeightsProps {
  weightKg: string;
  cubicWeightKg: string | null;
  chargeableWeightKg: string;
}

/** The weights of a shipment; the one that is charged stands out. */
export function Weights({ weightKg, cubicWeightKg, chargeableWeightKg }: WeightsProps) {
  const t = useTranslations('freight.goods');
  return (
    <dl className={styles['weights']}>
      <div>
        <dt>{t('total')}</dt>
        <dd>
          <Quantity value={weightKg} unit="kg" />
        </dd>
      </div>
      <div>
        <dt>{t('cubic')}</dt>
        <dd>
          <Quantity value={cubicWeightKg} unit={cubicWeightKg && 'kg'} />
        </dd>
      </div>
      <div className={styles['strong']}>
        <dt>{t('chargeable')}</dt>
        <dd>
          <Quantity value={chargeableWeightKg} unit="kg" />
        </dd>
      </div>
    </dl>
  );
}
