import { nearest } from '@/lib/topology/nearest'
import { article, problem, type Reading, texts } from './grammar'
import type { Entry } from './json'
import type { Named, PrincipalAt } from './policy'

const types = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function readPrincipal(reading: Reading, entry: Entry, not: boolean): Named<PrincipalAt> {
  const { at, value } = entry
  const named: Named<PrincipalAt> = { not, at, offset: value.offset, length: value.length, values: [] }
  if (value.type === 'string') {
    if (value.text === '*')
      named.values.push({ at, offset: value.offset, length: value.length, type: 'everyone', text: '*' })
    else problem(reading, value, 'bad-principal', `${entry.key} is "*" or an object such as { "AWS": "…" }.`)
    return named
  }
  if (value.type !== 'object') {
    problem(reading, value, 'wrong-type', `${entry.key} is "*" or an object, not ${article(value)}.`)
    return named
  }
  const seen = new Set<string>()
  for (const group of value.entries) {
    const type = types.find((t) => t === group.key)
    if (type === undefined) {
      const meant = nearest(group.key, types)
      problem(reading, group, 'bad-principal', `${group.key} is no type of principal.`, meant)
    } else if (seen.has(type)) problem(reading, group, 'duplicate-key', `${type} stands here twice.`)
    else {
      seen.add(type)
      for (const item of texts(reading, group.value)) {
        if (type === 'AWS' && item.text === '*') named.values.push({ ...item, type: 'everyone' })
        else {
          if (!wellFormed(type, item.text))
            problem(
              reading,
              item,
              'bad-principal',
              `${item.text} names no principal: a wildcard stands only for everyone.`,
            )
          named.values.push({ ...item, type })
        }
      }
    }
  }
  return named
}

const account = /^\d{12}$/
const uniqueId = /^A[A-Z]{3}[A-Z0-9]{12,}$/
const arn =
  /^arn:aws[a-z-]*:(iam::\d{12}:(root|user\/.+|role\/.+)|sts::\d{12}:(assumed-role\/[^/]+\/.+|federated-user\/.+))$/

function wellFormed(type: (typeof types)[number], text: string): boolean {
  if (text === '' || /[*?]/.test(text)) return false
  return type !== 'AWS' || account.test(text) || uniqueId.test(text) || arn.test(text)
}
