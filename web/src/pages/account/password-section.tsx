import { useTranslations } from 'use-intl';
import { changePassword } from '../../app/change-password';
import { NewPasswordForm } from '../../app/new-password-form';
import { queryClient } from '../../app/query';
import { toast } from '../../parts/toast';
import styles from './account.module.css';
import { Section } from './section';

/** Changes the password, which ends the viewer's other sessions. */
export function PasswordSection() {
  const t = useTranslations('account.password');
  return (
    <Section title={t('title')} text={t('text')}>
      <div className={styles['narrow']}>
        <NewPasswordForm
          asksCurrent
          look="plain"
          onSave={async (values) => {
            await changePassword(values);
            void queryClient.invalidateQueries({ queryKey: ['account'] });
            toast(t('changed'));
          }}
        />
      </div>
    </Section>
  );
}
