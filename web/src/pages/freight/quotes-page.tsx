export function QuotesPage() {
  return <h1>QuotesPage</h1>;
}
