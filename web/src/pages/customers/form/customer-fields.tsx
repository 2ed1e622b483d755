import type { ReactNode } from 'react';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Field } from '../../../parts/field';
import styles from '../customers.module.css';
import type { CustomerEntry } from './customer-entry';

interface CustomerFieldsProps {
  register: UseFormRegister<CustomerEntry>;
  errors: FieldErrors<CustomerEntry>;
  /** Said at the address instead of what a new customer's is for. */
  emailHint?: string;
  /** More fields, beside these. */
  children?: ReactNode;
}

/** The inputs of a customer. They belong to somebody else, so the browser fills in nothing of its user. */
export function CustomerFields({ register, errors, emailHint, children }: CustomerFieldsProps) {
  const t = useTranslations('customers.form');
  return (
    <div className={styles['fields']}>
      <Field label={t('firstName')} error={errors.firstName}>
        <input {...register('firstName', { required: true })} autoComplete="off" />
      </Field>
      <Field label={t('lastName')} error={errors.lastName}>
        <input {...register('lastName', { required: true })} autoComplete="off" />
      </Field>
      <Field label={t('company')} error={errors.company} optional>
        <input {...register('company')} autoComplete="off" />
      </Field>
      <Field label={t('email')} hint={emailHint ?? t('emailHint')} error={errors.email} optional>
        <input {...register('email')} type="email" autoComplete="off" />
      </Field>
      <Field label={t('phone')} hint={t('phoneHint')} error={errors.phone} optional>
        <input {...register('phone')} type="tel" autoComplete="off" />
      </Field>
      {children}
    </div>
  );
}
