/** A path of this product to return to after the sign-in, or undefined: never an address elsewhere. */
export function returnTo(asked: string | null | undefined): string | undefined {
  if (!asked?.startsWith('/')) return undefined
  // The URL parser decides as the browser will: `//host`, `/\host` and control characters lead elsewhere.
  const base = 'http://here.invalid'
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined
  if (url?.origin !== base) return undefined
  if (url.pathname.startsWith('/signin') || url.pathname.startsWith('/api/')) return undefined
  return `${url.pathname}${url.search}${url.hash}`
}
