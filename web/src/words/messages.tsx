import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { useSessionState } from '../app/session-state';
import { en, type Words } from './en';

declare module 'use-intl' {
  interface AppConfig {
    Messages: Words;
  }
}

/** The languages of the portal. English comes with the page, the others when they are needed. */
const LANGUAGES: Record<string, () => Promise<Words>> = {
  en: async () => en,
  de: async () => (await import('./de')).de,
};

/** Gives everything below it words, numbers and times as the viewer wants them or, without a wish, as the browser does. */
export function Messages({ children }: { children: ReactNode }) {
  const session = useSessionState();
  const wishes = session.kind === 'none' ? null : session.session.viewer.preferences;
  const locale = supportedLocale(wishes?.locale ? [wishes.locale] : navigator.languages);
  const words = useWords(locale);
  const timeZone = wishes?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
  }, [locale]);
  if (!words) return null;
  return (
    <IntlProvider locale={locale} messages={words} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;
/** The first wish of which the portal has the language; dates and numbers follow its region. */
const supportedLocale = (wishes: readonly string[]): string =>
  wishes.find((wish) => Object.hasOwn(LANGUAGES, languageOf(wish))) ?? 'en';

function useWords(locale: string): Words | null {
  const language = languageOf(locale);
  const [loaded, setLoaded] = useState<{ language: string; words: Words }>({ language: 'en', words: en });
  useEffect(() => {
    let current = true;
    void LANGUAGES[language]?.().then((words) => {
      if (current) setLoaded({ language, words });
    });
    return () => {
      current = false;
    };
  }, [language]);
  // The words of before stay until the others are there; only the first page waits for its language.
  return loaded.language === language || document.documentElement.dataset['shown'] ? loaded.words : null;
}
