import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import { Amount } from '../../../app/freight/amount';
import { LeaveGuard } from '../../../app/leave-guard';
import type { PriceConnoteInput, StaffConnoteFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { showRefusals } from '../../../app/server-refusals';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { formatDecimal } from '../../../parts/quantity';
import { toast } from '../../../parts/toast';
import detail from '../detail.module.css';
import { readDecimal, separatorOf } from '../form/decimals';
import { focusAfterAct } from './act-focus';
import { Changed } from './changed';
import { useConnoteNow } from './connote-now';
import { PortalPriceConnoteDocument } from './connotes.generated';
import styles from './operations.module.css';

/** A connote that was booked without a quote is priced by hand until it is confirmed. */
const mayBePriced = ({ quote, status }: StaffConnoteFragment): boolean =>
  quote === null && (status === 'DRAFT' || status === 'PENDING');

/** The price of a connote, and the form that sets it where it may be set. What was typed stays if it was confirmed meanwhile. */
export function ConnotePrice({ connote }: { connote: StaffConnoteFragment }) {
  const t = useTranslations();
  const { currency } = connote;
  const price = useConnotePrice(connote);
  const { form, canPrice } = price;
  const { errors, isDirty } = form.formState;
  const heading = useRef<HTMLHeadingElement>(null);
  const discard = () => {
    form.reset();
    focusAfterAct(heading.current);
  };
  return (
    <section className={detail['price']} aria-labelledby="price">
      <h2 id="price" ref={heading} tabIndex={-1} className={styles['heading']}>
        {t('freight.quote.price')}
      </h2>
      {connote.priced ? (
        <p className={detail['amount']}>
          <Amount {...connote} />
        </p>
      ) : (
        <p>{t(`operations.connotes.${canPrice ? 'priceFirst' : 'noPrice'}`)}</p>
      )}
      {canPrice || isDirty ? (
        <form className={styles['form']} onSubmit={price.submit} noValidate>
          {price.changed ? <Changed>{price.changed}</Changed> : null}
          <Field label={t('operations.quotes.amount', { currency })} error={errors.totalAmount}>
            <input
              {...form.register('totalAmount', { required: true, validate: price.checkAmount })}
              inputMode="decimal"
              autoComplete="off"
            />
          </Field>
          {price.problem ? <Problem error={price.problem} /> : null}
          <div className={layout['acts']}>
            {canPrice ? (
              <Button type="submit" busy={price.isBusy}>
                {t('operations.quotes.setPrice')}
              </Button>
            ) : (
              <Button onClick={discard}>{t('operations.discard')}</Button>
            )}
          </div>
          <LeaveGuard isUnsaved={() => isDirty} />
        </form>
      ) : null}
    </section>
  );
}

function useConnotePrice(connote: StaffConnoteFragment) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const now = useConnoteNow(connote);
  const form = useForm({ defaultValues: { totalAmount: '' } });
  const { id, version, totalAmount: current, currency } = connote;
  const { isDirty } = form.formState;
  // While a price is typed, it belongs to the connote as it was when that began.
  const [seen, setSeen] = useState(version);
  if (!isDirty && seen !== version) setSeen(version);
  const price = useMutation({
    mutationFn: (input: PriceConnoteInput) => query(PortalPriceConnoteDocument, { input }),
    onSuccess: () => {
      form.reset();
      toast(t('connotes.priced'));
    },
    onError: (error) => showRefusals(form, error),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const canPrice = mayBePriced(connote);
  const isConflict = hasCode(price.error, 'CONFLICT');
  const amount = `${formatDecimal(current, locale)} ${currency}`;
  const changed = canPrice && connote.priced ? `${now} ${t('connotes.priceNow', { amount })}` : now;
  return {
    ...{ form, canPrice, isBusy: price.isPending },
    changed: isConflict || (!canPrice && isDirty) ? changed : null,
    problem: isConflict || hasCode(price.error, 'BAD_USER_INPUT') ? null : price.error,
    submit: form.handleSubmit(({ totalAmount }) =>
      price.mutate({
        id,
        version: isConflict ? version : seen,
        totalAmount: readDecimal(totalAmount, locale) ?? '',
      }),
    ),
    checkAmount: (text: string) =>
      readDecimal(text, locale) !== null ||
      t('quotes.wrongAmount', { example: `450${separatorOf(locale)}00` }),
  };
}
