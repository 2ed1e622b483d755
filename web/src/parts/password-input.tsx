import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './password-input.module.css';

/** The input of a password, for a Field: it can be shown, and says when Caps Lock is on. */
export function PasswordInput({ onKeyDown, onKeyUp, onBlur, ...rest }: ComponentProps<'input'>) {
  const t = useTranslations('common');
  const [isShown, setShown] = useState(false);
  const [isCapsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent<HTMLInputElement>) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <span className={styles['password']}>
      <input
        {...rest}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onKeyDown={(event) => {
          look(event);
          onKeyDown?.(event);
        }}
        // Whether the key itself has turned it on is known only when it is let go.
        onKeyUp={(event) => {
          look(event);
          onKeyUp?.(event);
        }}
        onBlur={(event) => {
          setCapsLock(false);
          onBlur?.(event);
        }}
      />
      <button
        type="button"
        className={styles['show']}
        aria-label={t('showPassword')}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t('show')}
      </button>
      <span role="status" className={styles['caps']}>
        {isCapsLock ? t('capsLock') : null}
      </span>
    </span>
  );
}
