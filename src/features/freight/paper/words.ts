/** A name from the API in words: IN_TRANSIT is "In transit". */
export function inWords(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase().replaceAll('_', ' ');
}
