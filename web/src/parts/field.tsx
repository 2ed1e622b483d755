import { Field as BaseField } from '@base-ui/react/field';
import type { ReactElement } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import styles from './field.module.css';

interface FieldProps {
  label: string;
  /** What to know before one types. */
  hint?: string;
  /** What is wrong with the value: react-hook-form's error of this field. */
  error?: FieldError | undefined;
  optional?: boolean;
  /** An input, select or textarea. It gets its id, label, hint and error from here. */
  children: ReactElement;
}

/** One value of a form: its label, the input, and what is wrong with it. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const t = useTranslations('common');
  const message = error && (error.message || (error.type === 'required' ? t('required') : error.type));
  return (
    <BaseField.Root className={styles['field']} invalid={Boolean(error)}>
      <BaseField.Label className={styles['label']}>
        {label}
        {optional ? <span className={styles['optional']}> {t('optional')}</span> : null}
      </BaseField.Label>
      <BaseField.Control render={children} />
      {hint ? <BaseField.Description className={styles['hint']}>{hint}</BaseField.Description> : null}
      <BaseField.Error className={styles['error']} match={Boolean(error)}>
        {message}
      </BaseField.Error>
    </BaseField.Root>
  );
}
