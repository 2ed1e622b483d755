import { Field as BaseField } from '@base-ui/react/field';
import type { ReactElement, ReactNode } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import styles from './field.module.css';

interface FrameProps {
  label: string;
  /** What to know before one types. */
  hint?: string | undefined;
  /** What is wrong with the value: react-hook-form's error of this field. */
  error?: FieldError | undefined;
  optional?: boolean;
}

interface FieldProps extends FrameProps {
  /** An input, select or textarea. It gets its id, label, hint and error from here. */
  children: ReactElement;
}

/** One value of a form: its label, the input, and what is wrong with it. */
export function Field({ children, ...frame }: FieldProps) {
  return (
    <FieldFrame {...frame}>
      <BaseField.Control render={children} />
    </FieldFrame>
  );
}

/**
 * What is around the control of a field that finds its label by itself: a select or a combobox.
 *
 * @param isButton whether the control is a button, which a press on a native label would press, too
 */
export function FieldFrame({
  label,
  hint,
  error,
  optional = false,
  isButton = false,
  children,
}: FrameProps & { isButton?: boolean; children: ReactNode }) {
  const t = useTranslations('common');
  const message = error && (error.message || (error.type === 'required' ? t('required') : error.type));
  return (
    <BaseField.Root className={styles['field']} invalid={Boolean(error)}>
      <BaseField.Label
        className={styles['label']}
        nativeLabel={!isButton}
        {...(isButton ? { render: <div /> } : {})}
      >
        {label}
        {optional ? <span className={styles['optional']}> {t('optional')}</span> : null}
      </BaseField.Label>
      {children}
      {hint ? <BaseField.Description className={styles['hint']}>{hint}</BaseField.Description> : null}
      <BaseField.Error className={styles['error']} match={Boolean(error)}>
        {message}
      </BaseField.Error>
    </BaseField.Root>
  );
}
