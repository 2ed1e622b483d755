export function CustomerDashboard() {
  return <h1>CustomerDashboard</h1>;
}
