import type { Words } from '../en';

export const list: Words['list'] = {
  all: 'Alle',
  byStatus: 'Nach Status',
  search: 'Suchen',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pages: 'Seiten der Liste',
  noneFound: 'Nichts gefunden',
  noneFoundText: 'Versuchen Sie es mit weniger Wörtern oder weniger Filtern.',
  showAll: 'Alle zeigen',
  emptyPage: 'Auf dieser Seite ist nichts mehr',
  emptyPageText: 'Was hier stand, steht inzwischen anderswo.',
  firstPage: 'Zur ersten Seite',
  select: '{name} auswählen',
  selectAll: 'Alle auf dieser Seite auswählen',
  selected: '{count, plural, one {# ausgewählt} other {# ausgewählt}}',
  clearSelection: 'Auswahl aufheben',
};
