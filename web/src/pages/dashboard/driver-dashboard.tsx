export function DriverDashboard() {
  return <h1>DriverDashboard</h1>;
}
