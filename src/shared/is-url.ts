/**
 * Whether a text is a URL. `URL.canParse` can't be trusted with letters such as ü: in Node.js 20, it refuses them once it
 * has been called so often that its call is compiled.
 */
export function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}
