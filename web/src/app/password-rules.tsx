import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { about } from './about';
import styles from './password-rules.module.css';

interface PasswordRulesProps {
  /** What is typed so far. */
  password: string;
  /** The password that it replaces; null if it isn't asked for. */
  current: string | null;
}

/** How many characters a text has, as the service counts them. */
export const characterCount = (text: string): number => Array.from(text).length;

/** What a new password must be, and what of it is met by what is typed. */
export function PasswordRules({ password, current }: PasswordRulesProps) {
  const t = useTranslations('signIn.rules');
  const { data } = useQuery(about);
  if (!data) return null;
  const { minLength, maxLength } = data.portal.passwordRules;
  const length = characterCount(password);
  const left = minLength - length;
  return (
    <div className={styles['rules']}>
      <p id="password-rules">{t('title')}</p>
      <ul aria-labelledby="password-rules">
        <Rule met={left <= 0}>
          {t('long', { minLength })}
          {length > 0 && left > 0 ? ` · ${t('left', { left })}` : null}
        </Rule>
        {length > maxLength ? <Rule met={false}>{t('short', { maxLength })}</Rule> : null}
        {current === null ? null : <Rule met={length > 0 && password !== current}>{t('other')}</Rule>}
        <li>
          <span aria-hidden="true">·</span> <span>{t('hard')}</span>
        </li>
      </ul>
    </div>
  );
}

function Rule({ met, children }: { met: boolean; children: ReactNode }) {
  const t = useTranslations('signIn.rules');
  return (
    <li data-met={met || undefined}>
      <span role="img" aria-label={met ? t('met') : t('open')}>
        {met ? '✓' : '○'}
      </span>{' '}
      <span>{children}</span>
    </li>
  );
}
