import { useTranslations } from 'use-intl';
import type { FreightAddressFragment } from '../../../app/operations.generated';
import { telOf } from '../../../app/tel';
import button from '../../../parts/button.module.css';
import { addressLine } from '../address-block';
import styles from './driver.module.css';

/** Opens the app for maps where the phone has one. */
const mapAddress = (place: string): string =>
  `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`;

/** Leads to a place, and calls who is there. */
export function PlaceLinks({ address }: { address: FreightAddressFragment }) {
  const t = useTranslations('run');
  const { country, contactName, contactPhone } = address;
  const place = addressLine(address);
  return (
    <div className={styles['links']}>
      <a
        className={button['button']}
        href={mapAddress(`${place}, ${country}`)}
        target="_blank"
        rel="noreferrer"
        aria-label={t('mapOf', { place })}
      >
        {t('map')}
      </a>
      {contactPhone ? (
        <a
          className={button['button']}
          href={telOf(contactPhone)}
          aria-label={contactName ? t('call', { name: contactName }) : undefined}
        >
          {contactName ? t('call', { name: contactName }) : t('callThem')}
        </a>
      ) : null}
    </div>
  );
}
