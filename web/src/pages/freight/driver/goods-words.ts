import { useLocale, useTranslations } from 'use-intl';
import type { StopPartsFragment } from '../../../app/operations.generated';
import { formatDecimal } from '../../../parts/quantity';

/** The goods of a stop in a few words: 2 × Pallet, 1 × Carton, 380 kg. */
export function useGoodsWords(): (stop: StopPartsFragment) => string {
  const t = useTranslations('freight.packaging');
  const locale = useLocale();
  return ({ items, weightKg }) =>
    [
      ...items.map(({ quantity, packaging }) => `${quantity} × ${t(packaging)}`),
      `${formatDecimal(weightKg, locale)} kg`,
    ].join(', ');
}
