import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeading } from '../../app/page-heading';
import { EmptyState } from '../../parts/empty-state';

/** Instead of a quote or booking that doesn't exist or is another customer's: the two can't be told apart. */
export function Gone({ text, children }: { text: string; children: ReactNode }) {
  const t = useTranslations('freight.gone');
  return (
    <>
      <PageHeading title={t('title')} />
      <EmptyState title={text}>{children}</EmptyState>
    </>
  );
}
