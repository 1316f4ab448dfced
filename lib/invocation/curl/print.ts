import { sameName } from '../headers'
import type { CallOptions, Invocation } from '../invocation'
import { encodeForbidden } from '../percent'
import { quote, type Shell } from './shell/quote'
import { hasDots } from './url'

export interface PrintOptions {
  shell: Shell
  /** No line break anywhere; otherwise a long command is broken between its options. */
  oneLine?: boolean
}

/** Options in the order of the command, each with its value, already quoted for the shell. */
type Part = string

const program: Record<Shell, string> = { bash: 'curl', sh: 'curl', powershell: 'curl.exe' }
const breaks: Record<Shell, string> = { bash: ' \\\n  ', sh: ' \\\n  ', powershell: ' `\n  ' }

/** The command that makes this call. A signed one names the variables that hold the key, never a key. */
export function printCurl(invocation: Invocation, { shell, oneLine = false }: PrintOptions): string {
  const q = (text: string) => quote(text, shell, oneLine)
  const awscurl = invocation.signing?.tool === 'awscurl'
  const before: Part[] = [
    ...flags(invocation.options, q),
    ...method(invocation, q),
    ...(awscurl ? awscurlScope(invocation, q) : signature(invocation, shell, q)),
  ]
  const url = encodeForbidden(invocation.url)
  if (!awscurl && /[{}[\]]/.test(url)) before.push('-g')
  if (!awscurl && hasDots(url.replace(/^[^:]*:\/\/[^/?#]*/, '').replace(/[?#].*$/, ''))) before.push('--path-as-is')
  const after: Part[] = [...headers(invocation, q, awscurl), ...body(invocation, q, awscurl)]
  const parts = [[awscurl ? 'awscurl' : program[shell], ...before, q(url)].join(' '), ...after]
  const line = parts.join(' ')
  return oneLine || line.length <= 120 ? line : parts.join(breaks[shell])
}

function flags(options: CallOptions, q: (text: string) => string): Part[] {
  const version = (v: string) => (v === '1.0' ? '--tlsv1.0' : `--tlsv${v}`)
  return [
    ...(options.insecure ? ['-k'] : []),
    ...(options.followRedirects ? ['-L'] : []),
    ...(options.connectTimeout === undefined ? [] : [`--connect-timeout ${options.connectTimeout}`]),
    ...(options.maxTime === undefined ? [] : [`-m ${options.maxTime}`]),
    ...(options.tlsMin === undefined ? [] : [q(version(options.tlsMin))]),
    ...(options.tlsMax === undefined ? [] : [`--tls-max ${q(options.tlsMax)}`]),
    ...(options.cacert === undefined ? [] : [`--cacert ${q(options.cacert)}`]),
    ...(options.resolve ?? []).map(
      (r) =>
        `--resolve ${q(`${r.host}:${r.port}:${r.addresses.map((a) => (a.includes(':') ? `[${a}]` : a)).join(',')}`)}`,
    ),
    ...(options.connectTo ?? []).map((c) => `--connect-to ${q(`${c.host}:${c.port}:${c.toHost}:${c.toPort}`)}`),
  ]
}

function method({ method: name, body: text }: Invocation, q: (text: string) => string): Part[] {
  if (text === undefined && name === 'HEAD') return ['-I']
  return name === (text === undefined ? 'GET' : 'POST') ? [] : [`-X ${q(name)}`]
}

const region = ({ signing }: Invocation) => signing?.region ?? ''

function awscurlScope(invocation: Invocation, q: (text: string) => string): Part[] {
  return [`--service ${q(invocation.signing?.service ?? '')}`, `--region ${q(region(invocation))}`]
}

/**
 * `--aws-sigv4` signs the Host that is sent. A session token goes along only where there is one: curl 7.88 signs an
 * empty header that it then does not send.
 */
function signature(invocation: Invocation, shell: Shell, q: (text: string) => string): Part[] {
  const { signing } = invocation
  if (!signing) return []
  const scope = `aws:amz:${signing.region}:${signing.service}`
  if (shell === 'powershell')
    return [
      `--aws-sigv4 ${q(scope)} --user "\${env:AWS_ACCESS_KEY_ID}:\${env:AWS_SECRET_ACCESS_KEY}"`,
      `@(if ($env:AWS_SESSION_TOKEN) { '-H', "x-amz-security-token: $env:AWS_SESSION_TOKEN" })`,
    ]
  return [
    `--aws-sigv4 "${scope.replace(/["$`\\]/g, '\\$&')}" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`,
    '${AWS_SESSION_TOKEN:+-H} ${AWS_SESSION_TOKEN:+"x-amz-security-token: $AWS_SESSION_TOKEN"}',
  ]
}

function headers({ headers: list, body: text }: Invocation, q: (text: string) => string, awscurl: boolean): Part[] {
  const printed = list.map(({ name, value }) => {
    const clean = value.replace(/\s*[\r\n]+\s*/g, ' ').trim()
    if (clean !== '') return `-H ${q(`${name}: ${clean}`)}`
    return `-H ${q(sameName(name, 'Host') ? `${name}:` : `${name};`)}`
  })
  // curl would say that the body is a form.
  const untyped = !awscurl && text !== undefined && !list.some((h) => sameName(h.name, 'Content-Type'))
  return untyped ? [...printed, `-H ${q('Content-Type:')}`] : printed
}

const body = ({ body: text }: Invocation, q: (text: string) => string, awscurl: boolean): Part[] =>
  text === undefined ? [] : [`${awscurl ? '-d' : '--data-raw'} ${q(text)}`]
