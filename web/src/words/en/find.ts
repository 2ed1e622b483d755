/** Words of the palette that finds pages and records. */
export const find = {
  title: 'Find',
  label: 'A page, a name, a number or an e-mail',
  looking: 'Looking …',
  nothing: 'Nothing has these words.',
  pages: 'Pages',
  customers: 'Customers',
  quotes: 'Quotes',
  connotes: 'Connotes',
  bookings: 'Bookings',
  users: 'Users',
  inventory: 'Inventory',
  searchInventory: 'Search the inventory for “{search}”',
};
