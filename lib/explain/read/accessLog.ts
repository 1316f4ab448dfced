import { isRecord, jsonIn } from '../paste/json'
import type { Reader } from './facts'

/** The order of CLF, as API Gateway's template writes it. */
const clf = /^(\S+) \S+ \S+ \[[^\]]{5,40}\]\s*"(\w{3,8}) (\S+) HTTP\/[\d.]+"\s+(\d{3}) (\d+|-)(?: (\S+))?/

/** Names under which people write `$context.…`: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
const marks =
  /httpmethod|resourcepath|responselength|integrationstatus|integrationerror|routekey|extendedrequestid|responsetype|wafstatus|errormessage|errorresponsetype/

/** Lines of an access log, as JSON or CLF. */
export const readAccessLog: Reader = (text, lines) => {
  const access: Record<string, string>[] = []
  if (/"requestId"|httpMethod|resourcePath|routeKey/i.test(text))
    for (const value of jsonIn(text)) {
      if (!isRecord(value)) continue
      const flat = flattened(value)
      if (Object.keys(flat).filter((key) => marks.test(key)).length > 0 && statusOf(flat) !== undefined)
        access.push(flat)
    }
  for (const line of lines) {
    const [, ip, method, path, status] = clf.exec(line) ?? []
    if (ip !== undefined && method !== undefined && path !== undefined && status !== undefined)
      access.push({ ip, httpmethod: method, path, status })
  }
  return { access: access.slice(0, 50) }
}

/** Keys in lower case without separators: `error.messageString` and `errorMessageString` are one. */
function flattened(value: Record<string, unknown>, prefix = '', depth = 0): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [key, inner] of Object.entries(value)) {
    const name = `${prefix}${key.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`
    if (isRecord(inner) && depth < 3) Object.assign(flat, flattened(inner, name, depth + 1))
    else if (typeof inner === 'string' || typeof inner === 'number') flat[name] = String(inner)
  }
  return flat
}

/** A field of an access log by the names that it goes under; `-` is API Gateway's word for nothing. */
export function accessField(entry: Record<string, string>, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = entry[name] ?? entry[`context${name}`]
    if (value !== undefined && value !== '-' && value !== '') return value
  }
  return undefined
}

export const statusOf = (entry: Record<string, string>): number | undefined => {
  const value = Number(accessField(entry, 'status', 'statuscode', 'responsestatus', 'httpstatus'))
  return Number.isInteger(value) && value >= 100 && value < 600 ? value : undefined
}
