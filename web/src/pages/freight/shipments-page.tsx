export function ShipmentsPage() {
  return <h1>ShipmentsPage</h1>;
}
