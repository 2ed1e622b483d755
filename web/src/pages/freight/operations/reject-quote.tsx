import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import type { StaffQuoteFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { Button } from '../../../parts/button';
import layout from '../../../parts/layout.module.css';
import { toast } from '../../../parts/toast';
import { NoteDialog } from '../note-dialog';
import { PortalRejectQuoteDocument } from '../quotes.generated';
import { pageTitle } from './act-focus';

/** Ends a quote, with a word to the customer. An open dialog stays, whatever became of the quote. */
export function RejectQuote({ quote }: { quote: StaffQuoteFragment }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <div className={layout['acts']}>
      {quote.allowedActions.includes('REJECT') ? (
        <Button look="danger" onClick={() => setOpen(true)}>
          {t('freight.quote.reject')}
        </Button>
      ) : null}
      {open ? <RejectDialog quote={quote} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function RejectDialog({ quote, onClose }: { quote: StaffQuoteFragment; onClose: () => void }) {
  const t = useTranslations();
  const { id, reference, status, allowedActions } = quote;
  // Once it is done, the button that opened the dialog goes.
  const afterDialog = useRef<HTMLElement>(null);
  const reject = useMutation({
    mutationFn: (note: string | null) => query(PortalRejectQuoteDocument, { id, note }),
    onSuccess: () => {
      toast(t('operations.quotes.rejected'));
      afterDialog.current = pageTitle();
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return (
    <NoteDialog
      words={{
        title: t('freight.quote.rejectTitle'),
        text: t('operations.quotes.rejectText', { reference }),
        ...{ note: t('freight.quote.rejectNote'), hint: t('operations.customerSees') },
        ...{ keep: t('freight.quote.keep'), confirm: t('freight.quote.reject') },
      }}
      possible={allowedActions.includes('REJECT')}
      busy={reject.isPending}
      problem={reject.error}
      problemWords={
        hasCode(reject.error, 'CONFLICT')
          ? t('operations.quotes.changed', { status: t(`freight.quoteStatus.${status}`) })
          : undefined
      }
      returnFocus={afterDialog}
      onConfirm={(note) => reject.mutate(note)}
      onClose={onClose}
    />
  );
}
