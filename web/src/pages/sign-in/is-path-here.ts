/**
 * Whether it is a path of this portal, whatever else it may look like: browsers read `/\evil.example` and a path with a
 * tab in it as another host.
 */
export function isPathHere(text: string): boolean {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return false;
  const { origin, pathname } = new URL(text, location.origin);
  return origin === location.origin && !pathname.startsWith('//');
}
