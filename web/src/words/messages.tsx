import { DirectionProvider } from '@base-ui/react/direction-provider';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { IntlProvider } from 'use-intl';
import { useSessionState } from '../app/session-state';
import { viewerZone } from '../app/viewer-zone';
import type { Words } from './en';
import { onWords, shownWords } from './words';

declare module 'use-intl' {
  interface AppConfig {
    Messages: Words;
  }
}

/** Gives everything below it words, numbers and times as the viewer wants them. */
export function Messages({ children }: { children: ReactNode }) {
  // Another viewer may want another zone.
  useSessionState();
  const shown = useSyncExternalStore(onWords, shownWords);
  const locale = shown?.locale;
  useEffect(() => {
    if (!locale) return;
    document.documentElement.lang = locale;
    document.documentElement.dir = directionOf(locale);
  }, [locale]);
  if (!shown) return null;
  return (
    <IntlProvider locale={shown.locale} messages={shown.words as Words} timeZone={viewerZone()}>
      <DirectionProvider direction={directionOf(shown.locale)}>{children}</DirectionProvider>
    </IntlProvider>
  );
}

const directionOf = (locale: string) => (/^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr');
