import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Problem } from '../../../parts/problem';
import { SearchSelect } from '../../../parts/search-select';
import type { Choice } from '../../../parts/select';
import { driversQuery } from './freight-queries';

interface DriverFieldProps {
  label: string;
  /** Who is chosen, with their name as it was known. */
  driver: Choice | null;
  /** A choice beside the drivers, whose value is empty. */
  anyone?: string;
  error?: FieldError | undefined;
  onChange: (driver: Choice) => void;
}

/** A driver, found by a part of their name. */
export function DriverField({ label, driver, anyone, error, onChange }: DriverFieldProps) {
  const t = useTranslations('operations');
  const [search, setSearch] = useState('');
  const { data, error: problem, refetch } = useQuery(driversQuery(useDeferredValue(search)));
  const found = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isFound = !driver || driver.value === '' || found.some(({ value }) => value === driver.value);
  const choices = [...(anyone ? [{ value: '', label: anyone }] : []), ...found, ...(isFound ? [] : [driver])];
  if (problem) return <Problem error={problem} onRetry={() => void refetch()} />;
  return (
    <SearchSelect
      label={label}
      {...(data?.length === 0 && search === '' ? { hint: t('noDrivers') } : {})}
      choices={choices}
      value={driver?.value ?? ''}
      error={error}
      onSearch={setSearch}
      onChange={(value) => {
        const chosen = choices.find((choice) => choice.value === value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
