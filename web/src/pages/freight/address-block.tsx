import type { FreightAddressFragment } from '../../app/operations.generated';
import { PhoneLink } from '../../app/phone-link';
import styles from './detail.module.css';

/** An address as one would write it on a parcel, under what it is. */
export function AddressBlock({ label, address }: { label: string; address: FreightAddressFragment }) {
  const { company, street, suburb, state, postcode, country, contactName, contactPhone } = address;
  const place = [suburb, state, postcode].filter(Boolean).join(' ');
  return (
    <div>
      <h3 className={styles['label']}>{label}</h3>
      <address className={styles['address']}>
        {company ? <strong dir="auto">{company}</strong> : null}
        {street ? <span dir="auto">{street}</span> : null}
        <span dir="auto">
          {place} {country === 'AU' ? null : country}
        </span>
        {contactName ? <span dir="auto">{contactName}</span> : null}
        {contactPhone ? <PhoneLink phone={contactPhone} /> : null}
      </address>
    </div>
  );
}

/** An address in one line, by which to tell it from others. */
export const addressLine = ({ company, street, suburb, state, postcode }: FreightAddressFragment): string =>
  [company, street, [suburb, state, postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
