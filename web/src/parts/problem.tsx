import { useTranslations } from 'use-intl';
import { Button } from './button';
import { CopyButton } from './copy-button';
import styles from './problem.module.css';

interface ProblemProps {
  error: unknown;
  /** Said instead of the words for the error's code. */
  words?: string | undefined;
  onRetry?: () => void;
}

/** An error: what happened, what to do, and the request that the operators can look for. */
export function Problem({ error, words, onRetry }: ProblemProps) {
  const t = useTranslations('common');
  const facts = factsOf(error);
  const { code, requestId } = facts;
  return (
    <div className={styles['problem']} role="alert">
      <p>{words ?? wordsFor(facts, t)}</p>
      {requestId && code === 'INTERNAL_SERVER_ERROR' ? (
        <p className={styles['request']}>
          {t('requestId', { id: requestId })} <CopyButton value={requestId} name={t('requestNumber')} />
        </p>
      ) : null}
      {onRetry ? <Button onClick={onRetry}>{t('tryAgain')}</Button> : null}
    </div>
  );
}

interface Facts {
  code: string;
  message: string;
  /** Whether the message says why, in the reader's words. */
  isReasoned: boolean;
  requestId: string | null;
  seconds: number;
}

/** Any error may come here. Those of the server say what they are; nothing of the others is shown. */
function factsOf(error: unknown): Facts {
  const { code, message, requestId, extensions } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
    requestId?: unknown;
    extensions?: Record<string, unknown>;
  };
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    message: typeof message === 'string' ? message : '',
    isReasoned: Boolean((extensions?.['fields'] as { reason?: unknown }[] | undefined)?.[0]?.reason),
    requestId: typeof requestId === 'string' ? requestId : null,
    seconds: Number(extensions?.['retryAfterSeconds'] ?? 60),
  };
}

function wordsFor(
  { code, message, isReasoned, seconds }: Facts,
  t: ReturnType<typeof useTranslations<'common'>>,
): string {
  if (code === 'OFFLINE') return t('problems.offline');
  if (code === 'ERP_UNAVAILABLE') return t('problems.erpUnavailable');
  if (code === 'RATE_LIMITED') return t('problems.rateLimited', { seconds });
  if (code === 'FORBIDDEN') return t('problems.forbidden');
  if (code === 'NOT_FOUND') return t('problems.notFound');
  if (code === 'CONFLICT' && !isReasoned) return `${t('problems.conflict')} ${message}`;
  if (code === 'CONFLICT' || code === 'BAD_USER_INPUT' || code === 'QUERY_TOO_COMPLEX') return message;
  return t('problems.internal');
}
