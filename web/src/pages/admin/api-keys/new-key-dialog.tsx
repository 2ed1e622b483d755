import { useId, useRef, useState } from 'react';
import { type FieldError, type UseFormRegister, useController, useForm } from 'react-hook-form';
import { useTimeZone, useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import { dayAfter } from '../../../app/days';
import { momentIn } from '../../../app/moment-in';
import type { PortalCreateApiKeyMutation } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { readDay } from '../../../app/read-day';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import styles from '../admin.module.css';
import { ErpChoice, type ErpSight } from '../erp-choice';
import { reload } from '../reload';
import { showAdminRefusals } from '../show-refusals';
import { PortalCreateApiKeyDocument } from './api-keys.generated';

/** A key that was created just now, with its secret. */
export type CreatedKey = PortalCreateApiKeyMutation['createApiKey'];

interface KeyEntry {
  name: string;
  sees: ErpSight;
  /** The last day on which it is good; empty if it doesn't expire. */
  expiresAt: string;
}

interface NewKeyDialogProps {
  onCreated: (key: CreatedKey) => void;
  onClose: () => void;
}

/** Creates a key. What was typed stays when it is refused. */
export function NewKeyDialog({ onCreated, onClose }: NewKeyDialogProps) {
  const t = useTranslations('admin.keys');
  const common = useTranslations('common');
  const id = useId();
  const { register, control, formState, save, problem } = useNewKey(onCreated);
  const { errors, isSubmitting } = formState;
  const { field } = useController({ control, name: 'sees' });
  return (
    <Dialog open title={t('new')} description={t('text')} {...(isSubmitting ? {} : { onClose })}>
      <form id={id} className={styles['form']} onSubmit={save} noValidate>
        <Field label={t('name')} hint={t('nameHint')} error={errors.name}>
          <input {...register('name', { required: true })} maxLength={100} autoComplete="off" />
        </Field>
        <ErpChoice
          label={t('reads')}
          value={field.value}
          error={(errors.sees as FieldError | undefined)?.message}
          onChange={field.onChange}
        />
        <ExpiryField error={errors.expiresAt} register={register} />
      </form>
      {problem ? (
        <Problem error={problem} words={hasCode(problem, 'OFFLINE') ? t('unsure') : undefined} />
      ) : null}
      <div className={layout['acts']}>
        <Button type="submit" form={id} look="primary" busy={isSubmitting}>
          {t('create')}
        </Button>
        <Button onClick={onClose} disabled={isSubmitting}>
          {common('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

interface ExpiryFieldProps {
  error: FieldError | undefined;
  register: UseFormRegister<KeyEntry>;
}

function ExpiryField({ error, register }: ExpiryFieldProps) {
  const t = useTranslations('admin.keys');
  const shown = useRef<HTMLInputElement | null>(null);
  const { ref, ...expiresAt } = register('expiresAt', {
    // The value of a day that is incomplete is empty, too.
    validate: (day) => {
      const isGood = day ? readDay(day) : !shown.current?.validity.badInput;
      return Boolean(isGood) || t('expiresWrong');
    },
  });
  const show = (input: HTMLInputElement | null) => {
    shown.current = input;
    ref(input);
  };
  return (
    <Field label={t('expires')} hint={t('expiresHint')} error={error} optional>
      <input {...expiresAt} ref={show} type="date" />
    </Field>
  );
}

function useNewKey(onCreated: (key: CreatedKey) => void) {
  const t = useTranslations('admin.keys');
  const zone = useTimeZone() ?? 'UTC';
  const form = useForm<KeyEntry>({
    defaultValues: { name: '', sees: { all: false, names: [] }, expiresAt: '' },
  });
  const [problem, setProblem] = useState<unknown>(null);
  const save = form.handleSubmit(async ({ name, sees: { all, names }, expiresAt }) => {
    setProblem(null);
    if (!all && names.length === 0) return form.setError('sees', { message: t('needsOne') });
    const input = {
      ...{ name, allErpCustomers: all, erpCustomerNames: all ? [] : [...names] },
      expiresAt: expiresAt ? momentIn(`${dayAfter(expiresAt, 1)}T00:00`, zone) : null,
    };
    try {
      onCreated((await query(PortalCreateApiKeyDocument, { input })).createApiKey);
    } catch (error) {
      if (!showAdminRefusals(form, error)) setProblem(error);
    } finally {
      // Even without an answer, because the key may be there.
      void reload();
    }
  });
  return { ...form, save, problem };
}
