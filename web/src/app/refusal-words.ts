import { createTranslator } from 'use-intl';
import type { Words } from '../words/en';
import { needWords, type ShownWords, shownWords } from '../words/words';
import { viewerZone } from './viewer-zone';

/** Why the server refused a value. */
export interface Refusal {
  /** The name of a reason; the server may give none, or one that the portal doesn't know. */
  reason?: string | null;
  /** The figures and names that belong to the reason. */
  params?: Readonly<Record<string, Param>> | null;
  /** The same in English. */
  message: string;
}
type Param = string | number | readonly string[];
type Given = Readonly<Record<string, Param>>;

/** The reasons whose sentence is named by the value of a param. The others' are named by the param itself. */
const BY_VALUE: Record<string, string> = { INVALID_FORMAT: 'format', TOO_LARGE: 'unit', LACKS: 'what' };
const LIMITS = ['min', 'above', 'max', 'below', 'decimals'];
const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const MINUTE = { ...DAY, hour: 'numeric', minute: '2-digit' } as const;

/** Says a refusal in the reader's language; in the server's words if it has a reason that the portal doesn't know. */
export async function refusalWords({ reason, params, message }: Refusal): Promise<string> {
  if (!reason) return message;
  const given = Object.fromEntries(
    Object.entries(params ?? {}).filter(([, value]) => typeof value !== 'object' || value.length > 0),
  );
  // A status has a name there.
  await needWords('status' in given ? ['refusals', 'freight'] : ['refusals']);
  const shown = shownWords();
  const sentences = shown?.words.refusals?.[reason as keyof Words['refusals']];
  if (!shown || sentences === undefined) return message;
  return sayer(shown)(keyOf(reason, given, sentences), writtenIn(shown, given));
}

/** The place of the sentence that says the most of what is given. */
function keyOf(reason: string, given: Given, sentences: object | string): string {
  // A sentence with gaps is a list: it is parsed already.
  if (typeof sentences === 'string' || Array.isArray(sentences)) return reason;
  const param = BY_VALUE[reason];
  const name = Object.keys(sentences).findLast((one) => (param ? one === given[param] : one in given));
  return `${reason}.${name ?? 'plain'}`;
}

/** What the sentences have gaps for. */
function writtenIn(shown: ShownWords, given: Given): Record<string, string | number> {
  const say = sayer(shown);
  const list = (texts: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(shown.locale, { type }).format(texts);
  const limits = LIMITS.filter((name) => name in given).map((name) =>
    say(`limits.${name}`, { limit: Number(given[name]) }),
  );
  const names = namesOf(shown, given['of']);
  const texts = Object.entries(given).map(([name, value]) => {
    if (typeof value === 'number') return [name, value];
    if (name === 'earliest' || name === 'latest') return [name, writtenTime(String(value), shown.locale)];
    const isQuoted = name === 'near' || 'status' in given;
    const parts = [value]
      .flat()
      .map((text) => (isQuoted ? say('quoted', { text: names[text] ?? text }) : text));
    return [name, list(parts, 'disjunction')];
  });
  return { ...Object.fromEntries(texts), limits: list(limits, 'conjunction') };
}

/** The names of the statuses of a quote or connote. */
function namesOf({ words: { freight } }: ShownWords, of: Param | undefined): Record<string, string> {
  return (of === 'QUOTE' ? freight?.quoteStatus : freight?.connoteStatus) ?? {};
}

/** A day, or a time in the reader's zone, as they write it. */
function writtenTime(text: string, locale: string): string {
  const isDay = !text.includes('T');
  const format = isDay ? { ...DAY, timeZone: 'UTC' } : { ...MINUTE, timeZone: viewerZone() };
  return new Intl.DateTimeFormat(locale, format).format(new Date(isDay ? `${text}T00:00:00Z` : text));
}

/** Says any of the refusals' sentences: which one, only the server's answer tells. */
function sayer({ locale, words }: ShownWords) {
  const say = createTranslator({ locale, messages: words as Words, namespace: 'refusals' });
  return say as unknown as (key: string, values: Record<string, string | number>) => string;
}
