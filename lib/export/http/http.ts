import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'
import type { ExportFormat } from '../format'
import { inWords, titleOf } from '../predicted'

/**
 * Requests as the editors of VS Code (https://marketplace.visualstudio.com/items?itemName=humao.rest-client) and JetBrains
 * (https://www.jetbrains.com/help/idea/exploring-http-syntax.html) both read them.
 */
export const http: ExportFormat = {
  name: 'http',
  says: 'requests for the editor (.http)',
  extension: 'http',
  mediaType: 'text/plain',
  ofCalls: true,
  write: ({ document, calls }) =>
    [`# Calls of ${document.name.replace(/\s+/g, ' ')}`, ...calls.map(requestOf)].join('\n\n').concat('\n'),
}

function requestOf(call: InvokeUrl): string {
  const parsed = parseCall(call.curl, { vantage: call.vantage })
  const invocation: Invocation = parsed.ok
    ? {
        ...parsed.invocation,
        url: call.url,
        headers: call.headers.length > 0 ? call.headers : parsed.invocation.headers,
      }
    : { vantage: call.vantage, method: call.method ?? 'GET', url: call.url, headers: call.headers, options: {} }
  const lines = [`### ${titleOf(call)} from ${call.vantage}`]
  if (call.outcome) lines.push(`# Predicted: ${inWords(call.outcome)}`)
  if (invocation.options.connectTo) {
    // An editor connects where the URL says, so this call has no form here.
    lines.push('# Only curl can connect to another name than the URL has:', `# ${call.curl}`)
    return lines.join('\n')
  }
  if (invocation.options.insecure) lines.push('# The certificate does not name this host: turn its verification off.')
  if (!invocation.options.followRedirects) lines.push('# @no-redirect')
  lines.push(`${invocation.method} ${invocation.url}`, ...invocation.headers.map((h) => `${h.name}: ${h.value}`))
  lines.push(...authorization(invocation))
  return invocation.body === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${invocation.body}`
}

/** The key comes from the editor's environment file; it is never written here. */
const authorization = ({ signing }: Invocation): string[] =>
  signing
    ? [
        `Authorization: AWS {{AWS_ACCESS_KEY_ID}} {{AWS_SECRET_ACCESS_KEY}} token:{{AWS_SESSION_TOKEN}} region:${signing.region} service:${signing.service}`,
      ]
    : []
