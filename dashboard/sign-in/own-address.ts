/** The address to return to after signing in, if it is one of ours; nobody is sent elsewhere from here. */
export function ownAddress(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > 2000) return '/';
  const base = 'http://here.invalid';
  if (!URL.canParse(given, base)) return '/';
  const { origin, pathname, search } = new URL(given, base);
  // A browser reads `//host` and `/\host` as another host, and so does this parser.
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
