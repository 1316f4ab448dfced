import { redacted } from '@/lib/invocation/redact'
import { linesOf } from './paste/clean'

/** Places where a text holds what lets somebody make calls, and the value in each. */
const places: RegExp[] = [
  /\b((?:AKIA|ASIA)[A-Z0-9]{12,20})\b/g,
  /\b(eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?)/g,
  /(?:x-api-key|x-amz-security-token|x-auth-token)["']?\s*[:=]\s*["']?([^\s"'\\,;}]{4,})/gi,
  /\bauthorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|negotiate|token)\s+)?([^"'\n\\]{6,})/gi,
  /\b(?:bearer|basic)\s+([\w+/=.~-]{8,})/gi,
  /\bcookie["']?\s*:\s*["']?([^"'\n]{6,})/gi,
  /[?&](?:X-Amz-(?:Signature|Security-Token|Credential)|access_token|token|api_?key|password|secret)=([^&\s"']{4,})/gi,
  /\b[\w-]*(?:secret|password|passwd|token|access_key|api_key|apikey)[\w-]*["']?\s*[:=]\s*["']?([^\s"',;}]{6,})/gi,
  /\bhttps?:\/\/[^\s/:@]{1,100}:([^\s/@]{1,200})@/gi,
  /(?:^|\s)(?:-u|--user)[ =]["']?[^\s"':]{0,200}:([^\s"']{1,200})/g,
  /\bSignature=([0-9a-f]{40,})/gi,
]

/** Words that stand where a secret would and are none. */
const harmless = /^(?:\$|%|<|\*+$|\(not|null$|true$|false$|undefined$|none$|expired|invalid|included)/i

/** More than this are no secrets any more. */
const secretsMax = 300

/** Every value of a paste that must not come out again, the longest first. */
export function secretsIn(text: string): string[] {
  const found = new Set<string>()
  const clean = linesOf(text).join('\n')
  for (const place of places)
    for (const [, value] of clean.matchAll(place)) {
      const secret = value?.trim()
      if (secret !== undefined && secret.length >= 4 && !harmless.test(secret)) found.add(secret)
      if (found.size >= secretsMax) break
    }
  return [...found].sort((a, b) => b.length - a.length)
}

/** A value with every secret in its strings replaced. */
export function without<T>(value: T, secrets: readonly string[]): T {
  if (secrets.length === 0) return value
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? secrets.reduce((text, secret) => text.replaceAll(secret, redacted), inner) : inner,
  )
}
