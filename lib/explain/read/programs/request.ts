import type { Header } from '@/lib/invocation/invocation'
import type { RecoveredRequest } from '../../explanation'
import type { Reader } from '../facts'

const call =
  /\b(?:requests|httpx|session|client|http|axios|fetch|got|urllib3?|s|r)\.?(get|post|put|patch|delete|head|options|request)?\(\s*(?:["'](GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)["']\s*,\s*)?f?["'`](https?:\/\/[^"'`\s]{1,600})["'`]([^\n]{0,600})/i
const goCall = /\b(Get|Post|Put|Patch|Delete|Head) "(https?:\/\/[^"\s]{1,600})"/
const forUrl = /(?:for url:?|endpoint URL:|--> |--\d{4}-\d\d-\d\d [\d:]+--\s+)\s*"?(https?:\/\/[^\s"')]{1,600})/i
const pool = /HTTPS?ConnectionPool\(host='([^']{1,253})', port=(\d+)\)/
const poolPath = /Max retries exceeded with url: (\S{1,600})/
const pair = /["']([\w-]{1,60})["']\s*:\s*f?["']([^"'\n]{0,400})["']/g

/** The request as a program's error or its source line shows it. */
export const readProgramRequest: Reader = (text) => {
  const [, verb, word, url, rest = ''] = call.exec(text) ?? []
  const [, goVerb, goUrl] = goCall.exec(text) ?? []
  const [, named] = forUrl.exec(text) ?? []
  const [, poolHost, port] = pool.exec(text) ?? []
  const path = poolPath.exec(text)?.[1] ?? '/'
  const pooled =
    poolHost === undefined ? undefined : `${port === '80' ? 'http' : 'https'}://${poolHost}${withPort(port)}${path}`
  const found = url ?? goUrl ?? named ?? pooled ?? axiosUrl(text)
  if (found === undefined) return {}
  const request: RecoveredRequest = { url: found.replace(/[.,;]+$/, '') }
  const method = word ?? (verb === 'request' ? undefined : verb) ?? goVerb ?? methodIn(rest) ?? axiosMethod(text)
  request.method = method?.toUpperCase() ?? 'GET'
  const headers = headersIn(rest)
  const host = headers.find((h) => /^host$/i.test(h.name))
  if (host) request.hostHeader = host.value
  const others = headers.filter((h) => h !== host)
  if (others.length > 0) request.headers = others
  if (/verify\s*=\s*False|rejectUnauthorized\s*:\s*false|InsecureSkipVerify\s*:\s*true/.test(text))
    request.insecure = true
  if (/auth\s*=\s*(?:AWS4Auth|aws_?auth|BotoAWSRequestsAuth|AWSRequestsAuth)/i.test(rest)) request.signed = true
  const tool = toolOf(text)
  if (tool !== undefined) request.tool = tool
  return { request }
}

const withPort = (port: string | undefined) => (port === undefined || port === '443' || port === '80' ? '' : `:${port}`)

const methodIn = (rest: string) => /method["']?\s*[:=]\s*["'](\w{3,8})["']/i.exec(rest)?.[1]

const axiosUrl = (text: string): string | undefined =>
  /\burl:\s*['"](https?:\/\/[^'"\s]{1,600})['"]/.exec(text)?.[1] ??
  /\b[Uu]ri:? "?(https?:\/\/[^\s"']{1,600})/.exec(text)?.[1]

const axiosMethod = (text: string): string | undefined =>
  /\bmethod:\s*['"](\w{3,8})['"]/.exec(text)?.[1] ?? /-Method\s+(\w{3,8})/i.exec(text)?.[1]

function headersIn(rest: string): Header[] {
  const list = /headers["']?\s*[:=]\s*\{([^}]{0,500})\}?/i.exec(rest)?.[1]
  return list === undefined ? [] : [...list.matchAll(pair)].map(([, name = '', value = '']) => ({ name, value }))
}

function toolOf(text: string): string | undefined {
  if (/\brequests\b/.test(text)) return 'python-requests'
  if (/botocore|boto3/.test(text)) return 'botocore'
  if (/axios/i.test(text)) return 'axios'
  if (/\bnode:|undici|getaddrinfo|errno: -?\d+/.test(text)) return 'node'
  if (/\bat [\w.$]+\([\w]+\.java:\d+\)|java\.net|javax\.net/.test(text)) return 'java'
  return /\bdial tcp\b|x509:/.test(text) ? 'go' : undefined
}
