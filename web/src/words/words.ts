import { onSession, sessionState } from '../app/session-state';
import { de } from './de';
import { type Area, en, type Language, type Words } from './en';

/** The words that are there, and the locale that they and all numbers and times are in. */
export interface ShownWords {
  locale: string;
  words: Partial<Words>;
}

/** The languages of the portal. */
const LANGUAGES: Record<string, Language> = { en, de };
const needed = new Set<Area>(['common', 'signIn']);
const listeners = new Set<() => void>();
let shown: ShownWords | null = null;

/** The words now; null until the first are there. */
export const shownWords = (): ShownWords | null => shown;

/** Calls back when there are other words. @returns ends it */
export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Brings the words of these areas in the viewer's language. A page shows itself when they are there. */
export async function needWords(areas: readonly Area[]): Promise<void> {
  for (const area of areas) needed.add(area);
  while (!isUpToDate()) await bringWords();
}

async function bringWords(): Promise<void> {
  const locale = wishedLocale();
  const language = LANGUAGES[languageOf(locale)] ?? en;
  const words = Object.fromEntries(
    await Promise.all([...needed].map(async (area) => [area, await language[area]()] as const)),
  );
  // Whoever asked for others meanwhile brings them.
  if (locale === wishedLocale()) show({ locale, words });
}

function show(next: ShownWords): void {
  shown = next;
  for (const listener of listeners) listener();
}

const isUpToDate = (): boolean =>
  shown?.locale === wishedLocale() && [...needed].every((area) => shown?.words[area]);

/** As the viewer wants it or, without a wish, as the browser does. Dates and numbers follow its region. */
function wishedLocale(): string {
  const state = sessionState();
  const wish = state.kind === 'none' ? null : state.session.viewer.preferences.locale;
  const wishes = wish ? [wish] : navigator.languages;
  return wishes.find((locale) => Object.hasOwn(LANGUAGES, languageOf(locale))) ?? 'en';
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** A language that can't be brought now leaves the words as they are; the first page then has English, which is there. */
const followViewer = (): void =>
  void needWords([]).catch(async () => {
    const [common, signIn] = await Promise.all([en.common(), en.signIn()]);
    if (!shown) show({ locale: 'en', words: { common, signIn } });
  });
onSession(followViewer);
followViewer();
