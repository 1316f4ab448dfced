import type { Remark } from '@/lib/policy/validate/rule'
import { pointer } from '@/lib/topology/pointer'
import type { FindingFix } from '../finding'
import type { PolicyOf } from './policies'

/** The policy with what the remark proposes; none for a text that a deployment holds, which nobody can edit. */
export function mended({ resource, path, policy }: PolicyOf, remark: Remark): FindingFix | undefined {
  const { offset, length, suggestion } = remark
  const before = policy.text.slice(offset, offset + length)
  if (suggestion === undefined || !before.startsWith('"') || path.startsWith('/deployments/')) return undefined
  const text = `${policy.text.slice(0, offset)}${JSON.stringify(suggestion)}${policy.text.slice(offset + length)}`
  const deploy = policy.kind === 'resource' ? ', then deploy the API' : ''
  return {
    label: `Write ${suggestion} instead of ${before.slice(1, -1)}${deploy}`,
    patch: [{ op: 'replace', path: `${pointer(['resources', resource])}${path}`, value: text }],
  }
}
