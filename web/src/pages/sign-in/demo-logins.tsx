import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import { signIn } from '../../app/session';
import type { Viewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import styles from './sign-in.module.css';

/** The logins of the demo, which exist outside production alone. docs/operations.md lists them */
const LOGINS = ['customer1', 'customer2', 'operations1', 'warehouse1', 'driver1', 'admin1'] as const;
const PASSWORD = 'password123';

/** Signs in as a login of the demo by one click, where there are any. */
export function DemoLogins({ onDone }: { onDone: (viewer: Viewer) => void }) {
  const t = useTranslations('signIn');
  const { data } = useQuery(about);
  const enter = useMutation({
    mutationFn: (login: string) => signIn(login, PASSWORD),
    onSuccess: onDone,
  });
  if (!data?.portal.features.includes('DEMO')) return null;
  return (
    <section className={styles['demo']} aria-labelledby="demo">
      <h2 id="demo">{t('demo')}</h2>
      <div className={styles['logins']}>
        {LOGINS.map((login) => (
          <Button
            key={login}
            busy={enter.isPending && enter.variables === login}
            onClick={() => enter.mutate(login)}
          >
            {login}
          </Button>
        ))}
      </div>
      {enter.error ? <Problem error={enter.error} /> : null}
    </section>
  );
}
