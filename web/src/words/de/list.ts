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
  select: '{name} auswählen',
  selectAll: 'Alle auf dieser Seite auswählen',
  selected: '{count, plural, one {# ausgewählt} other {# ausgewählt}}',
  clearSelection: 'Nichts auswählen',
};
