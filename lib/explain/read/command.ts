import { parseCall } from '@/lib/invocation/curl/parse'
import type { Header, Invocation } from '@/lib/invocation/invocation'
import type { RecoveredRequest } from '../explanation'
import type { Command } from '../paste/commands'

export interface CommandRead {
  request: RecoveredRequest
  /** The whole call, where the command was read by the reader of curl commands. Its vantage is not known yet. */
  invocation?: Invocation
}

/** The request that a command of a paste makes. `text` has the shell's variables filled in. */
export function readCommand(command: Command, text: string): CommandRead {
  if (command.tool === 'aws') return { request: testInvoke(text) }
  const curl = /(?:^|[\\/\s])(?:aws)?curl(?:\.exe)?\s/.test(text) ? parseCall(text, { vantage: '' }) : undefined
  if (curl?.ok) return { request: fromInvocation(curl.invocation, text), invocation: curl.invocation }
  const url = /["']?(https?:\/\/[^\s"'`;|]+)/i.exec(text)?.[1]
  return { request: url === undefined ? { tool: command.tool } : others(command.tool, text, url) }
}

function fromInvocation(call: Invocation, text: string): RecoveredRequest {
  const host = call.headers.find((h) => /^host$/i.test(h.name))?.value
  // Only what stands in the command: curl adds headers of its own, which nobody asked for.
  const headers = call.headers.filter(
    (h) => !/^host$/i.test(h.name) && text.toLowerCase().includes(h.name.toLowerCase()),
  )
  const given = headers.filter((h) => !/^(?:accept|content-type)$/i.test(h.name) || /-H|--header/.test(text))
  return {
    method: call.method,
    url: call.url,
    ...(given.length > 0 ? { headers: given } : {}),
    ...(host === undefined ? {} : { hostHeader: host }),
    insecure: call.options.insecure === true,
    signed: call.signing !== undefined,
    tool: /\bawscurl\b/.test(text) ? 'awscurl' : 'curl',
  }
}

/** `aws apigateway test-invoke-method --rest-api-id A --http-method GET --path-with-query-string /x`. */
function testInvoke(text: string): RecoveredRequest {
  const option = (name: string) => new RegExp(`--${name}[ =]["']?([^\\s"']+)`).exec(text)?.[1]
  const api = option('rest-api-id')
  const method = option('http-method')
  const path = option('path-with-query-string')
  return {
    tool: 'test-invoke-method',
    ...(api === undefined ? {} : { api }),
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
  }
}

/** wget, PowerShell and HTTPie, as far as their options tell of the call. */
function others(tool: string, text: string, url: string): RecoveredRequest {
  const method =
    /(?:-Method|--method)[ =:]["']?(\w{3,8})/i.exec(text)?.[1] ??
    /^(?:https?|xh)\s+(?:-\S+\s+)*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/.exec(text)?.[1] ??
    (/--post-data|--body-data/.test(text) ? 'POST' : 'GET')
  const headers = headersOf(text)
  const host = headers.find((h) => /^host$/i.test(h.name))?.value
  const given = headers.filter((h) => !/^host$/i.test(h.name))
  return {
    method: method.toUpperCase(),
    url,
    ...(given.length > 0 ? { headers: given } : {}),
    ...(host === undefined ? {} : { hostHeader: host }),
    insecure: /--no-check-certificate|-SkipCertificateCheck|--verify[= ]no/i.test(text),
    tool: names[tool] ?? tool,
  }
}

const names: Record<string, string> = {
  iwr: 'Invoke-WebRequest',
  'invoke-webrequest': 'Invoke-WebRequest',
  irm: 'Invoke-RestMethod',
  'invoke-restmethod': 'Invoke-RestMethod',
  curl: 'Invoke-WebRequest',
}

function headersOf(text: string): Header[] {
  const wget = [...text.matchAll(/--header[ =](?:"([^"\n]{1,300})"|'([^'\n]{1,300})')/g)].map(
    ([, a, b]) => a ?? b ?? '',
  )
  const found = wget.flatMap((line) => {
    const [, name, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, value }]
  })
  const table = /-Headers?\s+@\{([^}]{0,600})\}/i.exec(text)?.[1] ?? ''
  for (const [, name = '', value = ''] of table.matchAll(/["']?([\w-]{1,60})["']?\s*=\s*["']([^"']{0,300})["']/g))
    found.push({ name, value })
  for (const [, name = '', value = ''] of text.matchAll(/\s["']?([A-Za-z][\w-]{1,40}):(?!\/\/)([^\s"']{1,200})["']?/g))
    if (/^(?:https?|xh)\s/.test(text)) found.push({ name, value })
  return found
}
