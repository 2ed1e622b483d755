import type { MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { guide } from '../../../../docs/portal.md';
import { PageHeading } from '../../app/page-heading';
import { classNames } from '../../parts/class-names';
import layout from '../../parts/layout.module.css';
import styles from './help.module.css';

/** Goes to a chapter. The document's base would make another page of the link. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const chapter = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
  if (!chapter) return;
  event.preventDefault();
  chapter.scrollIntoView();
  chapter.focus({ preventScroll: true });
}

/** The guide for the people who use the portal. It is in English, in every language of the portal. */
export function HelpPage() {
  const t = useTranslations('common');
  return (
    <div className={layout['page']}>
      <PageHeading title={t('pages.help')} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: its links are pressed, by keys too */}
      <div
        className={classNames(styles['guide'])}
        lang="en"
        onClick={follow}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it is made of docs/portal.md by the build
        dangerouslySetInnerHTML={{ __html: guide }}
      />
    </div>
  );
}
