export function WarehouseDashboard() {
  return <h1>WarehouseDashboard</h1>;
}
