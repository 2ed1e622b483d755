import type { Words } from '../en';

export const find: Words['find'] = {
  title: 'Finden',
  label: 'Eine Seite, ein Name, eine Nummer oder E-Mail-Adresse',
  looking: 'Sucht …',
  nothing: 'Nichts hat diese Wörter.',
  pages: 'Seiten',
  customers: 'Kunden',
  quotes: 'Angebote',
  connotes: 'Sendungen',
  bookings: 'Buchungen',
  users: 'Zugänge',
  inventory: 'Bestand',
  searchInventory: 'Im Bestand nach „{search}“ suchen',
};
