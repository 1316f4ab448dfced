import type { Seen } from '../seen/seen'

/** Whether the saved API has the called path and method, by the answer of get-resources. */
export function resourceAt(seen: Seen): 'there' | 'absent' | 'unknown' {
  const { resources } = seen.aws
  const method = seen.request.method
  if (!resources || seen.path === undefined || method === undefined) return 'unknown'
  const path = seen.path.replace(/^\/[^/]*/, '') || '/'
  const found = Object.entries(resources).filter(([pattern]) => fits(pattern, path))
  if (found.length === 0) return 'absent'
  return found.some(([, methods]) => methods.includes(method) || methods.includes('ANY')) ? 'there' : 'absent'
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter((s) => s !== '')
  const given = path.split('/').filter((s) => s !== '')
  const greedy = wanted.at(-1)?.endsWith('+}') === true
  if (greedy ? given.length < wanted.length : given.length !== wanted.length) return false
  return wanted.every((segment, i) => segment.startsWith('{') || segment === given[i])
}
