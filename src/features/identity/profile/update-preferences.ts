import { FieldProblems, quoted } from '../../../shared/field-problems.js';
import { invalidFormat } from '../../../shared/refusal-reasons.js';
import { isTimeZone, TIME_ZONE_WANTED } from '../../../shared/time-zone.js';
import type { PreferencesStore } from './preferences.store.js';
import {
  DEFAULT_PREFERENCES,
  type ViewerPreferences,
  type ViewerPreferencesInput,
} from './preferences.type.js';

/** Longer than any tag in use. */
const MAX_LOCALE = 100;

/**
 * Changes the preferences of a login. A field that is left out stays as it is; null resets it. They are not in the audit
 * log: they give no access to anything.
 *
 * @throws BAD_USER_INPUT naming every invalid field
 */
export async function updatePreferences(
  preferences: PreferencesStore,
  userId: string,
  input: ViewerPreferencesInput,
): Promise<ViewerPreferences> {
  const problems = new FieldProblems();
  const changed: Partial<ViewerPreferences> = {};
  if (input.theme !== undefined) changed.theme = input.theme ?? DEFAULT_PREFERENCES.theme;
  if (input.density !== undefined) changed.density = input.density ?? DEFAULT_PREFERENCES.density;
  if (input.locale !== undefined) changed.locale = readLocale(input.locale, problems);
  if (input.timeZone !== undefined) changed.timeZone = readTimeZone(input.timeZone, problems);
  problems.assertNone();
  return preferences.change(userId, changed);
}

/** The tag in its canonical form, such as de-AT for DE-at. */
function readLocale(locale: string | null, problems: FieldProblems): string | null {
  if (locale === null) return null;
  try {
    if (locale.length <= MAX_LOCALE) return Intl.getCanonicalLocales(locale)[0] ?? null;
  } catch {
    // Not well-formed: named below.
  }
  problems.add(
    'input.locale',
    quoted(locale),
    'a language tag such as en-AU, as BCP 47 has it',
    invalidFormat('locale'),
  );
  return null;
}

function readTimeZone(timeZone: string | null, problems: FieldProblems): string | null {
  if (timeZone !== null && !isTimeZone(timeZone))
    problems.add('input.timeZone', quoted(timeZone), TIME_ZONE_WANTED, invalidFormat('time_zone'));
  return timeZone;
}
