import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fileAddress } from '../../app/file-address';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { PortalBookingPapersDocument } from './bookings.generated';
import detail from './detail.module.css';

/** The papers of a booking, and the page itself on paper. */
export function BookingPapers({ id }: { id: string }) {
  const t = useTranslations('freight.booking');
  return (
    <section className={detail['papers']} aria-labelledby="papers">
      <h2 id="papers">{t('papers')}</h2>
      <div className={styles['acts']}>
        <Paper id={id} name="documentUrl" words={t('document')} />
        <Paper id={id} name="labelUrl" words={t('label')} />
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
    </section>
  );
}

interface PaperProps {
  id: string;
  name: 'documentUrl' | 'labelUrl';
  words: string;
}

/** Opens a PDF in a tab of its own. Its address is valid for a minute, so it is asked for when it is wanted. */
function Paper({ id, name, words }: PaperProps) {
  const t = useTranslations('freight.booking');
  const open = useMutation({
    mutationFn: async (tab: Window | null) => {
      try {
        const { connote } = await query(PortalBookingPapersDocument, { id });
        if (!connote) throw new Error('the booking is gone');
        const address = fileAddress(connote[name]);
        if (tab) tab.location.replace(address);
        else window.location.assign(address);
      } catch (error) {
        tab?.close();
        throw error;
      }
    },
  });
  // The tab opens at once, because browsers refuse one that opens after a wait.
  const openTab = () => open.mutate(window.open('about:blank', '_blank'));
  return (
    <div>
      <Button busy={open.isPending} onClick={openTab}>
        {open.isPending ? t('opening') : words}
      </Button>
      {open.error ? <Problem error={open.error} /> : null}
    </div>
  );
}
