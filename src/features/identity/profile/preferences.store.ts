import type { DataSource } from 'typeorm';
import { DEFAULT_PREFERENCES, type ViewerPreferences } from './preferences.type.js';

const COLUMNS: Record<keyof ViewerPreferences, string> = {
  locale: 'locale',
  timeZone: 'time_zone',
  theme: 'theme',
  density: 'density',
};
const SELECTED = 'locale, time_zone as "timeZone", theme, density';

/** The table of preferences. A login without a row has the default ones. */
export class PreferencesStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The preferences of these logins, in one query. */
  async byUser(userIds: readonly string[]): Promise<Map<string, ViewerPreferences>> {
    const rows = await this.dataSource.query<(ViewerPreferences & { userId: string })[]>(
      `select user_id as "userId", ${SELECTED} from viewer_preferences where user_id = any($1)`,
      [userIds],
    );
    return new Map(rows.map(({ userId, ...preferences }) => [userId, preferences]));
  }

  /** Changes these preferences of a login, and leaves the others as they are, in one statement. @returns all of them */
  async change(userId: string, changed: Partial<ViewerPreferences>): Promise<ViewerPreferences> {
    const { locale, timeZone, theme, density } = { ...DEFAULT_PREFERENCES, ...changed };
    const given = Object.entries(COLUMNS).filter(([field]) => field in changed);
    const assignments = ['user_id', ...given.map(([, column]) => column)].map(
      (column) => `${column} = excluded.${column}`,
    );
    const [row] = await this.dataSource.query<ViewerPreferences[]>(
      `insert into viewer_preferences (user_id, locale, time_zone, theme, density) values ($1, $2, $3, $4, $5)
       on conflict (user_id) do update set ${assignments.join(', ')} returning ${SELECTED}`,
      [userId, locale, timeZone, theme, density],
    );
    return row ?? DEFAULT_PREFERENCES;
  }
}
