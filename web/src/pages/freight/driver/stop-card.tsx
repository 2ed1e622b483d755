import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { StatusMark } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';
import { ActList } from './act-list';
import styles from './driver.module.css';
import { useGoodsWords } from './goods-words';
import { PlaceLinks } from './place-links';
import { StopActs } from './stop-acts';
import { isDangerous, type Stop } from './stops';

/** A stop of the run: where, what, and what to do there. */
export function StopCard({ stop }: { stop: Stop }) {
  const { number, status, pickup, delivery, instructions, acts } = stop;
  const address = status === 'ALLOCATED' ? pickup : delivery;
  const { company, street, suburb, state, postcode, contactName } = address;
  return (
    <li className={styles['card']}>
      <article aria-labelledby={`stop-${number}`}>
        <div>
          <p className={styles['number']} dir="ltr">
            {number}
          </p>
          <h3 id={`stop-${number}`}>
            <Link to="/driver/connotes/$number" params={{ number }} dir="auto">
              {company ?? street ?? `${suburb} ${state}`}
            </Link>
          </h3>
          <address>
            {company && street ? <span dir="auto">{street}</span> : null}
            <span dir="auto">{[suburb, state, postcode].filter(Boolean).join(' ')}</span>
            {contactName ? <span dir="auto">{contactName}</span> : null}
          </address>
        </div>
        <PlaceLinks address={address} />
        <Goods stop={stop} />
        {instructions ? (
          <p className={styles['instructions']} dir="auto">
            {instructions}
          </p>
        ) : null}
        <ActList acts={acts} />
        <StopActs stop={stop} />
      </article>
    </li>
  );
}

function Goods({ stop }: { stop: Stop }) {
  const t = useTranslations('run');
  const goods = useGoodsWords()(stop);
  return (
    <div>
      <p>
        {goods} {isDangerous(stop) ? <StatusMark tone="warn">{t('dangerous')}</StatusMark> : null}
      </p>
      <Due stop={stop} />
    </div>
  );
}

/** By when: the pickup or, once the goods are on board, the delivery. */
function Due({ stop: { status, pickupOn, readyAt, estimatedDeliveryOn } }: { stop: Stop }) {
  const t = useTranslations('run');
  if (status !== 'ALLOCATED') {
    return estimatedDeliveryOn ? (
      <p className={styles['due']}>
        {t('stop.due')} <Time value={estimatedDeliveryOn} />
      </p>
    ) : null;
  }
  if (!pickupOn && !readyAt) return null;
  return (
    <p className={styles['due']}>
      {readyAt ? t('readyFrom') : t('stop.pickup')} <Time value={readyAt ?? pickupOn} />
    </p>
  );
}
