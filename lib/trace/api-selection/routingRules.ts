import type { Header } from '@/lib/invocation/invocation'
import type { ResourceOf } from '@/lib/topology/document'

type Rule = NonNullable<ResourceOf<'domainName'>['routingRules']>[number]

/** What a rule takes: the path that the API sees, the base cut off where the rule says so. */
export interface Taken {
  rule: Rule
  path: string
}

/**
 * The first rule by priority whose conditions all fit
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html). `unread`: a condition of an
 * earlier rule has a form that is not evaluated here.
 */
export function ruleFor(rules: Rule[], path: string, headers: Header[]): Taken | 'unread' | undefined {
  for (const rule of [...rules].sort((a, b) => a.priority - b.priority)) {
    const conditions: unknown[] = Array.isArray(rule.conditions) ? rule.conditions : []
    const fits = conditions.map((condition) => fitsOne(condition, path, headers))
    if (fits.includes(false)) continue
    if (fits.includes(undefined) || !Array.isArray(rule.conditions)) return 'unread'
    const base = fits.find((fit) => typeof fit === 'string') ?? ''
    const rest = rule.stripBasePath ? path.slice(base === '' ? 0 : base.length + 1) : path
    return { rule, path: rest === '' ? '/' : rest }
  }
  return undefined
}

/** The base path that fits, true for headers that fit, false, or undefined for a form that is not known. */
function fitsOne(condition: unknown, path: string, headers: Header[]): string | boolean | undefined {
  const bases = anyOf(condition, 'matchBasePaths')
  if (bases) return bases.map(trimmed).find((base) => isUnder(path, base)) ?? false
  const wanted = anyOf(condition, 'matchHeaders')
  return wanted?.some((one) =>
    headers.some(
      (h) =>
        h.name.toLowerCase() === String(at(one, 'header')).toLowerCase() &&
        glob(String(at(one, 'valueGlob') ?? ''), h.value),
    ),
  )
}

const trimmed = (base: unknown) => String(base).replace(/^\/|\/$/g, '')

/** Whether a path lies under a base path, segment by segment. */
export const isUnder = (path: string, base: string): boolean =>
  base === '' || path === `/${base}` || path.startsWith(`/${base}/`)

function anyOf(condition: unknown, field: string): unknown[] | undefined {
  const list = at(at(condition, field), 'anyOf')
  return Array.isArray(list) ? list : undefined
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined

/** `*` at the ends or alone stands for any text; everything else is compared as it is. */
const glob = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+^$()|[\]\\{}?]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text)
