import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { RateInput, RatePartsFragment, ServiceLevel } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { showRefusals } from '../../../app/server-refusals';
import { toast } from '../../../parts/toast';
import { readDecimal, separatorOf, writeDecimal } from '../form/decimals';
import { PortalSaveRateDocument } from './rates.generated';

/** A rate as it is typed. */
export interface RateEntry {
  service: ServiceLevel;
  originState: string;
  destinationState: string;
  base: string;
  perKg: string;
  minimum: string;
  currency: string;
  validFrom: string;
  validUntil: string;
}

/** A rate for the form; an empty one without it. */
function entryOf(rate: RatePartsFragment | null, locale: string): RateEntry {
  const write = (value: string | undefined) => (value === undefined ? '' : writeDecimal(value, locale));
  return {
    service: rate?.service ?? 'STANDARD',
    originState: rate?.originState ?? '',
    destinationState: rate?.destinationState ?? '',
    ...{ base: write(rate?.base), perKg: write(rate?.perKg), minimum: write(rate?.minimum) },
    currency: rate?.currency ?? 'AUD',
    ...{ validFrom: rate?.validFrom ?? '', validUntil: rate?.validUntil ?? '' },
  };
}

function inputOf(entry: RateEntry, rate: RatePartsFragment | null, locale: string): RateInput {
  const read = (text: string) => readDecimal(text, locale, 'zero') ?? '';
  const { service, currency, validFrom } = entry;
  return {
    ...(rate && { id: rate.id, version: rate.version }),
    ...{ service, currency, validFrom, validUntil: entry.validUntil || null },
    ...{
      originState: entry.originState.trim() || null,
      destinationState: entry.destinationState.trim() || null,
    },
    ...{ base: read(entry.base), perKg: read(entry.perKg), minimum: read(entry.minimum) },
  };
}

/**
 * The form of a rate. If it was changed since it was opened, what was typed stays and the next save overwrites what is
 * shown then.
 */
export function useRateForm(rate: RatePartsFragment | null, onDone: () => void) {
  const t = useTranslations('operations.rates');
  const locale = useLocale();
  const [opened] = useState(rate);
  const [initial] = useState(() => entryOf(rate, locale));
  const form = useForm<RateEntry>({ defaultValues: initial });
  const { isDirty } = form.formState;
  const isOver = useRef(false);
  const leave = () => {
    isOver.current = true;
    onDone();
  };
  const save = useMutation({
    mutationFn: (input: RateInput) => query(PortalSaveRateDocument, { input }),
    onSuccess: () => {
      toast(t('saved'));
      leave();
    },
    onError: (error) => showRefusals(form, error),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const isConflict = hasCode(save.error, 'CONFLICT');
  return {
    ...{ form, leave, isConflict, isBusy: save.isPending },
    isUnsaved: () => isDirty && !isOver.current,
    problem: isConflict || hasCode(save.error, 'BAD_USER_INPUT') ? null : save.error,
    // A newer version is only overwritten once it is shown.
    submit: form.handleSubmit((entry) => save.mutate(inputOf(entry, isConflict ? rate : opened, locale))),
    checkAmount: (text: string) =>
      readDecimal(text, locale, 'zero') !== null ||
      t('wrongAmount', { example: `0${separatorOf(locale)}55` }),
  };
}
