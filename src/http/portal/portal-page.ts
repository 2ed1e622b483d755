import { escapeMarkup } from '../../shared/escape-markup.js';
import { accentOf } from './brand-style.js';

/** What the portal's page shows of the brand. */
export interface Brand {
  name: string;
  /** As #rrggbb. */
  color: string;
}

/** How the portal in the browser is served. */
export interface PortalSettings {
  /** The path below which browsers reach the service; empty if it is the root. */
  basePath: string;
  brand: Brand;
  /** Whether pages for those who build the portal don't exist. */
  production: boolean;
}

/** The portal's page as it was built, for a brand and a place. @param page the built index.html */
export function portalPage(page: string, { brand, basePath, production }: PortalSettings): string {
  const { name } = brand;
  return page
    .replace('<html lang="en">', production ? '<html lang="en" data-production>' : '<html lang="en">')
    .replace('<base href="/" />', () => `<base href="${basePath}/" />`)
    .replace('<title>Portico</title>', () => `<title>${escapeMarkup(name)}</title>`);
}

/** The icon of the browser's tab: the brand's first letter on its colour, in SVG. */
export function brandIcon({ name, color }: Brand): string {
  const { accent, onAccent } = accentOf(color, 'light');
  const [first] = new Intl.Segmenter().segment(name.trim());
  const letter = escapeMarkup((first?.segment ?? '').toUpperCase());
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="6" fill="${accent}"/>` +
    '<text x="16" y="23" text-anchor="middle" font-family="system-ui,sans-serif" font-size="20" font-weight="700" ' +
    `fill="${onAccent}">${letter}</text></svg>\n`
  );
}
