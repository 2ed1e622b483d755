import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { CustomerPartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { isOutdated } from '../../../app/server-refusals';
import { toast } from '../../../parts/toast';
import { customerQuery, reload } from '../customer-queries';
import { PortalUpdateCustomerDocument } from '../customers.generated';
import { type CustomerEntry, entryOf, FIELDS, showCustomerRefusals, toInput } from './customer-entry';

/** The form of a customer's record. Where somebody else has saved meanwhile, both versions are there to choose from. */
export function useEditForm(customer: CustomerPartsFragment) {
  const t = useTranslations('customers.form');
  const form = useForm<CustomerEntry>({ defaultValues: entryOf(customer) });
  /** The version that the edit is based on. */
  const [base, setBase] = useState(customer);
  /** The version that somebody else has saved meanwhile. */
  const [theirs, setTheirs] = useState<CustomerPartsFragment | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { isDirty } = form.formState;
  const rebase = (next: CustomerPartsFragment) => {
    setBase(next);
    form.reset(entryOf(next));
  };
  const isBehind = !isDirty && customer.version > base.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where nothing was typed, the newer version is shown once
  useEffect(() => {
    if (isBehind) rebase(customer);
  }, [isBehind, customer]);

  const startFrom = (next: CustomerPartsFragment) => {
    rebase(next);
    setTheirs(null);
  };
  const send = async (entry: CustomerEntry, version: number) => {
    setProblem(null);
    try {
      startFrom(await saveCustomer(customer.id, entry, version));
      toast(t('saved'));
    } catch (error) {
      const newer = isOutdated(error) ? await newestVersion(customer.id) : null;
      setTheirs(newer);
      if (!newer && !showCustomerRefusals(form, error, t('taken'))) setProblem(error);
      // If it was deleted, the page says so.
      if (hasCode(error, 'NOT_FOUND')) void reload();
    }
  };
  const save = form.handleSubmit((entry) => {
    if (isDirty) return send(entry, base.version);
    toast(t('unchanged'));
    return undefined;
  });
  /** Saves what was chosen on top of the newer version. What was typed stays in the form, whatever becomes of it. */
  const resolve = (chosen: CustomerEntry, newer: CustomerPartsFragment) => {
    rebase(newer);
    for (const name of FIELDS) form.setValue(name, chosen[name], { shouldDirty: true });
    return send(chosen, newer.version);
  };
  return {
    ...{ form, base, theirs, problem, save, resolve, startFrom },
    isUnsaved: () => isDirty || theirs !== null,
  };
}

async function saveCustomer(
  id: string,
  entry: CustomerEntry,
  version: number,
): Promise<CustomerPartsFragment> {
  const input = { id, version, ...toInput(entry) };
  const { updateCustomer: saved } = await query(PortalUpdateCustomerDocument, { input });
  queryClient.setQueryData(customerQuery(id).queryKey, (before) => before && { ...before, ...saved });
  void reload();
  return saved;
}

/** The record as it is now; null if that can't be read. */
const newestVersion = (id: string): Promise<CustomerPartsFragment | null> =>
  queryClient.fetchQuery({ ...customerQuery(id), staleTime: 0 }).catch(() => null);
