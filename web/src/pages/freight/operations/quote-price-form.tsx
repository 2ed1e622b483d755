import { useTranslations } from 'use-intl';
import { useToday } from '../../../app/days-left';
import { LeaveGuard } from '../../../app/leave-guard';
import type { StaffQuoteFragment } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Quantity } from '../../../parts/quantity';
import { Changed } from './changed';
import styles from './operations.module.css';
import type { useQuotePrice } from './use-quote-price';

interface QuotePriceFormProps {
  quote: StaffQuoteFragment;
  price: ReturnType<typeof useQuotePrice>;
}

/** Sets the price of a quote. */
export function QuotePriceForm({ quote, price }: QuotePriceFormProps) {
  const t = useTranslations();
  const today = useToday() ?? undefined;
  const { form, canPrice, isTooLate, isBusy, isDirty, problem } = price;
  const { errors } = form.formState;
  const status = t(`freight.quoteStatus.${quote.status}`);
  return (
    <form className={styles['form']} onSubmit={price.submit} noValidate>
      {isTooLate ? <Changed>{t('operations.quotes.changed', { status })}</Changed> : null}
      <Suggestion quote={quote} onTake={price.takeSuggestion} />
      <Field label={t('operations.quotes.amount', { currency: quote.currency })} error={errors.totalAmount}>
        <input
          {...form.register('totalAmount', { required: true, validate: price.checkAmount })}
          inputMode="decimal"
          autoComplete="off"
        />
      </Field>
      <Field
        label={t('freight.quote.validUntil')}
        hint={t('operations.quotes.validHint')}
        error={errors.validUntil}
        optional
      >
        <input {...form.register('validUntil')} type="date" min={today} />
      </Field>
      {problem ? <Problem error={problem} /> : null}
      <div className={layout['acts']}>
        {canPrice ? (
          <Button type="submit" look="primary" busy={isBusy}>
            {t('operations.quotes.setPrice')}
          </Button>
        ) : (
          <Button onClick={price.discard}>{t('operations.discard')}</Button>
        )}
      </div>
      <LeaveGuard isUnsaved={() => isDirty} />
    </form>
  );
}

function Suggestion({ quote, onTake }: { quote: StaffQuoteFragment; onTake: () => void }) {
  const t = useTranslations('operations.quotes');
  const { suggestedAmount, currency } = quote;
  if (suggestedAmount === null) return <p className={layout['note']}>{t('noRate')}</p>;
  return (
    <div className={styles['suggestion']}>
      <p>
        {t('suggested')} <Quantity value={suggestedAmount} unit={currency} />
      </p>
      <Button onClick={onTake}>{t('useSuggested')}</Button>
    </div>
  );
}
