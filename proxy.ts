import { type NextRequest, NextResponse } from 'next/server'

/**
 * The Content-Security-Policy, with a nonce for each answer. Next reads the nonce from the request's policy and puts it
 * on its own scripts; pages read it from `x-nonce` (the JSON editor needs it for its style element).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Where a sign-in returns to.
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  if (!headers.has('x-request-id')) headers.set('x-request-id', crypto.randomUUID())
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-request-id', headers.get('x-request-id') ?? '')
  return response
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build rebuilds stacks by eval; the built product never does.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Server-rendered style attributes of the canvas; no style element passes by it.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// Static files carry no markup, so they need no nonce and stay cacheable.
export const config = {
  matcher: ['/((?!_next/static|_next/image|elk-worker.min.js|topology.schema.json|icon.svg|favicon.ico).*)'],
}
