/** Words of the palette that finds pages and records. */
export const find = {
  title: 'Find',
  label: 'Page, customer, quote, connote or user',
  looking: 'Looking …',
  nothing: 'Nothing has these words.',
  pages: 'Pages',
  customers: 'Customers',
  quotes: 'Quotes',
  connotes: 'Connotes',
  users: 'Users',
  inventory: 'Inventory',
  searchInventory: 'Search the inventory for “{search}”',
};
