export function RequestQuotePage() {
  return <h1>RequestQuotePage</h1>;
}
