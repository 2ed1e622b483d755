import { type RefObject, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type {
  BookShipmentInput,
  FreightAddressFragment,
  RequestQuoteInput,
} from '../../../app/operations.generated';
import { Fact, Facts } from '../../../parts/facts';
import { Time } from '../../../parts/time';
import { AddressBlock } from '../address-block';
import detail from '../detail.module.css';
import { Goods } from '../goods';
import type { AddressEntry, ShipmentEntry } from './shipment-entry';
import type { TypedWeights } from './typed-weights';

interface ReviewProps {
  entry: ShipmentEntry;
  /** The same as it is sent. */
  input: RequestQuoteInput | BookShipmentInput;
  weights: TypedWeights;
}

/** All that was typed, once more, before it is sent. */
export function Review({ entry, input, weights }: ReviewProps) {
  const t = useTranslations('freight');
  const heading = useFocus<HTMLHeadingElement>();
  const readyAt = 'readyAt' in input ? input.readyAt : null;
  const instructions = 'instructions' in input ? input.instructions : null;
  return (
    <>
      <section className={detail['section']}>
        <h2 ref={heading} tabIndex={-1}>
          {t('form.reviewTitle')}
        </h2>
        <div className={detail['addresses']}>
          <AddressBlock label={t('facts.from')} address={shownAddress(entry.origin)} />
          <AddressBlock label={t('facts.to')} address={shownAddress(entry.destination)} />
        </div>
        <Facts>
          <Fact label={t('facts.service')}>{t(`service.${entry.service}`)}</Fact>
          <Fact label={t('facts.pickupOn')}>{input.pickupOn && <Time value={input.pickupOn} />}</Fact>
          <Fact label={t('facts.readyAt')}>{readyAt && <Time value={readyAt} />}</Fact>
          <Fact label={t('facts.yours')} isWritten>
            {input.customerReference}
          </Fact>
          <Fact label={t('facts.instructions')} isWritten>
            {instructions}
          </Fact>
        </Facts>
      </section>
      {input.items ? <Goods items={input.items.map(shownItem)} {...weights} /> : null}
    </>
  );
}

/** Moves the focus to what has just appeared, because what had it is gone. */
function useFocus<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}

const shownAddress = ({ country, ...entry }: AddressEntry): FreightAddressFragment => ({
  ...entry,
  country: country.toUpperCase(),
});

const shownItem = (item: NonNullable<RequestQuoteInput['items']>[number]) => ({
  ...{ packaging: item.packaging ?? 'CARTON', quantity: item.quantity ?? 1, weightKg: item.weightKg },
  description: item.description ?? null,
  lengthCm: item.lengthCm ?? null,
  widthCm: item.widthCm ?? null,
  heightCm: item.heightCm ?? null,
  dangerousGoods: item.dangerousGoods
    ? { ...item.dangerousGoods, packingGroup: item.dangerousGoods.packingGroup ?? null }
    : null,
});
