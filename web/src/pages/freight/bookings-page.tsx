export function BookingsPage() {
  return <h1>BookingsPage</h1>;
}
