import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { addressLine } from '../address-block';
import { recentAddressesQuery } from '../freight-queries';
import styles from './form.module.css';
import { type AddressEntry, addressEntry } from './shipment-entry';

interface RememberedAddressesProps {
  /** Which address is chosen: from or to. */
  where: string;
  onChoose: (address: AddressEntry) => void;
}

/** Offers the addresses of earlier shipments. */
export function RememberedAddresses({ where, onChoose }: RememberedAddressesProps) {
  const t = useTranslations('freight.form');
  const [open, setOpen] = useState(false);
  const choose = (address: AddressEntry) => {
    setOpen(false);
    onChoose(address);
  };
  return (
    <div className={styles['remembered']}>
      <Button look="quiet" aria-label={t('rememberedFor', { where })} onClick={() => setOpen(true)}>
        {t('remembered')}
      </Button>
      {open ? (
        <Dialog open title={t('rememberedTitle')} onClose={() => setOpen(false)}>
          <Choices onChoose={choose} />
        </Dialog>
      ) : null}
    </div>
  );
}

function Choices({ onChoose }: Pick<RememberedAddressesProps, 'onChoose'>) {
  const t = useTranslations();
  const [search, setSearch] = useState('');
  const { data, error, refetch } = useQuery(recentAddressesQuery(useDeferredValue(search)));
  return (
    <>
      <Field label={t('list.search')}>
        <input
          type="search"
          value={search}
          maxLength={200}
          onChange={({ target }) => setSearch(target.value)}
        />
      </Field>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton rows={5} /> : null}
      {data?.length === 0 ? <p>{t('freight.form.rememberedNone')}</p> : null}
      <ul className={styles['choices']}>
        {data?.map((address) => (
          <li key={JSON.stringify(address)}>
            <button type="button" onClick={() => onChoose(addressEntry(address))}>
              {addressLine(address)}
              {address.contactName ? <small>{address.contactName}</small> : null}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
