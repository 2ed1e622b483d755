import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFeature } from '../../app/features';
import { Button } from '../../parts/button';

/** Opens the export of a list, where the portal has exports. @param dialog gives it, with what closes it */
export function ExportButton({ dialog }: { dialog: (onClose: () => void) => ReactNode }) {
  const t = useTranslations('invoices');
  const [isOpen, setOpen] = useState(false);
  if (!useFeature('EXPORTS')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('export')}</Button>
      {isOpen ? dialog(() => setOpen(false)) : null}
    </>
  );
}
