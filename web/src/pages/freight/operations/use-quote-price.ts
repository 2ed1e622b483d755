import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { StaffQuoteFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { showRefusals } from '../../../app/server-refusals';
import { toast } from '../../../parts/toast';
import { readDecimal, separatorOf, writeDecimal } from '../form/decimals';
import { PortalPriceQuoteDocument } from './quotes.generated';

interface PriceEntry {
  totalAmount: string;
  /** The last day of the price; empty for as long as usual. */
  validUntil: string;
}

/**
 * The form that prices a quote. What was typed stays if the quote was priced or withdrawn meanwhile.
 *
 * @param onOver called when the form goes
 */
export function useQuotePrice(
  { id, suggestedAmount, allowedActions }: StaffQuoteFragment,
  onOver: () => void,
) {
  const t = useTranslations('operations.quotes');
  const locale = useLocale();
  const form = useForm<PriceEntry>({ defaultValues: { totalAmount: '', validUntil: '' } });
  const { isDirty } = form.formState;
  const canPrice = allowedActions.includes('PRICE');
  const price = useMutation({
    mutationFn: ({ totalAmount, validUntil }: PriceEntry) =>
      query(PortalPriceQuoteDocument, {
        input: { id, totalAmount: readDecimal(totalAmount, locale) ?? '', validUntil: validUntil || null },
      }),
    onSuccess: () => {
      form.reset();
      toast(t('priced'));
      onOver();
    },
    onError: (error) => showRefusals(form, error),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const isAtFields = hasCode(price.error, 'BAD_USER_INPUT');
  return {
    ...{ form, canPrice, isDirty, isBusy: price.isPending },
    /** Whether it was priced or ended by somebody else while a price was typed. */
    isTooLate: !canPrice && isDirty && !price.isSuccess,
    problem: isAtFields || hasCode(price.error, 'CONFLICT') ? null : price.error,
    submit: form.handleSubmit((entry) => price.mutate(entry)),
    discard: () => {
      form.reset();
      onOver();
    },
    takeSuggestion: () => {
      if (suggestedAmount === null) return;
      form.setValue('totalAmount', writeDecimal(suggestedAmount, locale), { shouldDirty: true });
      form.clearErrors('totalAmount');
      form.setFocus('totalAmount');
    },
    checkAmount: (text: string) =>
      readDecimal(text, locale) !== null || t('wrongAmount', { example: `450${separatorOf(locale)}00` }),
  };
}
