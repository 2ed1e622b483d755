export function OperationsDashboard() {
  return <h1>OperationsDashboard</h1>;
}
