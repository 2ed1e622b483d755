import type { Words } from '../en';

export const find: Words['find'] = {
  title: 'Finden',
  label: 'Seite, Kunde, Angebot, Sendung oder Zugang',
  looking: 'Sucht …',
  nothing: 'Nichts hat diese Wörter.',
  pages: 'Seiten',
  customers: 'Kunden',
  quotes: 'Angebote',
  connotes: 'Sendungen',
  users: 'Zugänge',
  inventory: 'Bestand',
  searchInventory: 'Im Bestand nach „{search}“ suchen',
};
