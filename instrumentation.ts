import type { Instrumentation } from 'next'

/** What fails while a page is rendered, outside its door, is logged under the request's id as well. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  // The doors give what they have logged a digest of their own: `code:reference`.
  if (error instanceof Error && 'digest' in error && String(error.digest).includes(':')) return
  const { errorFields, log } = await import('@/lib/auth/log')
  const id = request.headers['x-request-id']
  log('error', 'failed', {
    door: 'render',
    requestId: String(id ?? ''),
    path: request.path.split('?')[0],
    ...errorFields(error),
  })
}
