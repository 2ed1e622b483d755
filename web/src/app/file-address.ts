/** A signed address as this page reaches it: the service names it by its own address, which may be another one. */
export function fileAddress(signed: string): string {
  const { pathname, search } = new URL(signed);
  return pathname + search;
}

/** Has the browser download a file by its signed address, which is good once. It shows the progress itself. */
export function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = fileAddress(url);
  link.download = fileName;
  link.click();
}
