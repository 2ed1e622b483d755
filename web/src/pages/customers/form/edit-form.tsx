import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { customerName } from '../../../app/customer-name';
import { LeaveGuard } from '../../../app/leave-guard';
import { Button } from '../../../parts/button';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { type CustomerWithAccount } from '../customer-queries';
import own from '../customers.module.css';
import { Conflict } from './conflict';
import { entryOf, FIELDS } from './customer-entry';
import { CustomerFields } from './customer-fields';
import { useEditForm } from './use-edit-form';

interface EditFormProps {
  customer: CustomerWithAccount;
  /** The record as it is shown when it is deleted. */
  children: ReactNode;
}

/**
 * Changes a customer's record. The form stays while one chooses between two versions, and what was typed stays if the
 * customer is deleted meanwhile.
 */
export function EditForm({ customer, children }: EditFormProps) {
  const t = useTranslations('customers.form');
  const { form, base, theirs, problem, save, resolve, startFrom, isUnsaved } = useEditForm(customer);
  const { errors, isSubmitting, isDirty } = form.formState;
  const wasChoosing = useRef(false);
  useEffect(() => {
    // What had the focus has gone with the choice.
    if (wasChoosing.current && !theirs) form.setFocus(FIELDS.find((name) => errors[name]) ?? 'firstName');
    wasChoosing.current = theirs !== null;
  }, [theirs, form, errors]);
  const undo = () => {
    // It keeps the inputs, one of which gets the focus of this button.
    form.reset(undefined, { keepFieldsRef: true });
    form.setFocus('firstName');
  };
  const hasLogin = customer.portalAccount.accountExists;
  const isDeleted = customer.deletedAt !== null;
  if (isDeleted && !isUnsaved()) return children;
  return (
    <>
      {theirs ? (
        <Conflict
          key={theirs.version}
          base={entryOf(base)}
          mine={form.getValues()}
          theirs={theirs}
          onSave={(chosen) => resolve(chosen, theirs)}
          onDiscard={() => startFrom(theirs)}
        />
      ) : null}
      <form
        className={own['section']}
        aria-label={customerName(customer)}
        onSubmit={save}
        noValidate
        hidden={theirs !== null}
      >
        <CustomerFields
          register={form.register}
          errors={errors}
          emailHint={hasLogin ? t('emailChangeHint') : t('emailHint')}
        />
        {isDeleted ? (
          <p className={own['note']} role="alert">
            {t('deletedMeanwhile')}
          </p>
        ) : null}
        {problem && !isDeleted ? <Problem error={problem} /> : null}
        <div className={styles['acts']}>
          {isDeleted ? null : (
            <Button type="submit" look="primary" busy={isSubmitting}>
              {t('save')}
            </Button>
          )}
          {isDirty ? <Button onClick={undo}>{t('undo')}</Button> : null}
        </div>
      </form>
      <LeaveGuard isUnsaved={isUnsaved} />
    </>
  );
}
