import { useTranslations } from 'use-intl';
import own from '../customers.module.css';
import styles from './portal.module.css';

interface WelcomeChoiceProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether the welcome mail is sent with a new account. */
export function WelcomeChoice({ checked, onChange }: WelcomeChoiceProps) {
  const t = useTranslations('customers.portal');
  return (
    <div className={styles['welcome']}>
      <label className={own['check']}>
        <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
        {t('welcome')}
      </label>
      <p className={own['hint']}>{t('welcomeHint')}</p>
    </div>
  );
}
