import { Link, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../parts/empty-state';
import { Problem } from '../parts/problem';
import { useSessionState } from './session-state';

/** Instead of a page that doesn't exist. */
export function NotFound() {
  const t = useTranslations('common.notFound');
  return (
    <EmptyState title={t('title')} text={t('text')}>
      <HomeLink />
    </EmptyState>
  );
}

/** Instead of a page of another role. */
export function NotForYou() {
  const t = useTranslations('common.notForYou');
  return (
    <EmptyState title={t('title')} text={t('text')}>
      <HomeLink />
    </EmptyState>
  );
}

/** Instead of a page that failed, in its frame where that was there. */
export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  return <Problem error={error} onRetry={() => void retry()} />;
}

/** Instead of everything, where even the words can't be shown. */
export function BareError() {
  return (
    <p role="alert">
      Something is wrong with the portal. <a href={document.location.href}>Try again</a>
    </p>
  );
}

function HomeLink() {
  const t = useTranslations('common');
  const state = useSessionState();
  return <Link to={state.kind === 'none' ? '/login' : state.session.viewer.homePath}>{t('goHome')}</Link>;
}
