export function BookShipmentPage() {
  return <h1>BookShipmentPage</h1>;
}
