import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { changedView } from '../../app/list/list-search';
import { useViewer } from '../../app/session-state';
import { SearchSelect } from '../../parts/search-select';
import { erpCustomersQuery } from './sight';

interface CustomerFieldProps {
  /** The name that is chosen. */
  customer: string | undefined;
  /** The names that a customer's login sees. */
  names: readonly string[];
}

/** Narrows a list to one ERP customer, found by a part of the name. */
export function CustomerField({ customer, names }: CustomerFieldProps) {
  const t = useTranslations('invoices');
  const navigate = useNavigate();
  const isStaff = useViewer().role !== 'CUSTOMER';
  const [search, setSearch] = useState('');
  const { data } = useQuery({ ...erpCustomersQuery(useDeferredValue(search.trim())), enabled: isStaff });
  const found = (isStaff ? data : names) ?? [];
  const all = [...found, ...(customer && !found.includes(customer) ? [customer] : [])];
  return (
    <SearchSelect
      label={t('customer')}
      choices={[{ value: '', label: t('anyCustomer') }, ...all.map((name) => ({ value: name, label: name }))]}
      value={customer ?? ''}
      {...(isStaff && { onSearch: setSearch })}
      onChange={(value) => void navigate({ to: '.', search: changedView({ customer: value || undefined }) })}
    />
  );
}
