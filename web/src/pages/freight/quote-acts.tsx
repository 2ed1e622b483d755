import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../app/ask';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { query, queryClient } from '../../app/query';
import { Button } from '../../parts/button';
import { ButtonLink } from '../../parts/button-link';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { NoteDialog } from './note-dialog';
import { PortalApproveQuoteDocument, PortalRejectQuoteDocument } from './quotes.generated';

/** Whatever became of it, the page shows the newest state. */
const reload = () => queryClient.invalidateQueries();

/** What the viewer may do with a quote now, as the server says. */
export function QuoteActs({ quote }: { quote: QuotePartsFragment }) {
  const t = useTranslations('freight');
  const { id, reference, allowedActions, status, version } = quote;
  const [rejecting, setRejecting] = useState(false);
  const approve = useMutation({
    mutationFn: () => query(PortalApproveQuoteDocument, { id, version }),
    onSettled: reload,
  });
  const changed = t('quote.conflict', { status: t(`quoteStatus.${status}`) });
  return (
    <>
      {approve.error ? (
        <Problem error={approve.error} words={hasCode(approve.error, 'CONFLICT') ? changed : undefined} />
      ) : null}
      <div className={styles['acts']}>
        {allowedActions.includes('APPROVE') ? (
          <Button look="primary" busy={approve.isPending} onClick={() => approve.mutate()}>
            {t('quote.approve')}
          </Button>
        ) : null}
        {allowedActions.includes('REJECT') ? (
          <Button look="danger" onClick={() => setRejecting(true)}>
            {status === 'PENDING' ? t('quote.withdraw') : t('quote.reject')}
          </Button>
        ) : null}
        {allowedActions.includes('BOOK') ? (
          <ButtonLink to="/customer/book-shipment" search={{ quote: reference }}>
            {t('quote.book')}
          </ButtonLink>
        ) : null}
      </div>
      {rejecting ? (
        <RejectDialog quote={quote} changed={changed} onClose={() => setRejecting(false)} />
      ) : null}
    </>
  );
}

interface RejectDialogProps {
  quote: QuotePartsFragment;
  /** What is said if the quote has changed meanwhile. */
  changed: string;
  onClose: () => void;
}

function RejectDialog({
  quote: { id, reference, status, allowedActions },
  changed,
  onClose,
}: RejectDialogProps) {
  const t = useTranslations('freight.quote');
  const reject = useMutation({
    mutationFn: (note: string | null) => query(PortalRejectQuoteDocument, { id, note }),
    onSuccess: onClose,
    onSettled: reload,
  });
  return (
    <NoteDialog
      words={{
        title: t('rejectTitle'),
        text: t('rejectText', { reference }),
        ...{ note: t('rejectNote'), hint: t('rejectHint'), keep: t('keep') },
        confirm: status === 'PENDING' ? t('withdraw') : t('reject'),
      }}
      possible={allowedActions.includes('REJECT')}
      busy={reject.isPending}
      problem={reject.error}
      problemWords={hasCode(reject.error, 'CONFLICT') ? changed : undefined}
      onConfirm={(note) => reject.mutate(note)}
      onClose={onClose}
    />
  );
}
