/** A signed address as this page reaches it: the service names it by its own address, which may be another one. */
export function fileAddress(signed: string): string {
  const { pathname, search } = new URL(signed);
  return pathname + search;
}
