/** Words of lists: their tabs, search and pages. */
export const list = {
  all: 'All',
  byStatus: 'By status',
  search: 'Search',
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages of the list',
  noneFound: 'Nothing matches',
  noneFoundText: 'Try fewer words, or fewer filters.',
  showAll: 'Show all',
  emptyPage: 'Nothing is left on this page',
  emptyPageText: 'What was here is elsewhere by now.',
  firstPage: 'To the first page',
  select: 'Select {name}',
  selectAll: 'Select all on this page',
  selected: '{count, plural, one {# selected} other {# selected}}',
  clearSelection: 'Select none',
};
