import { splitArn } from '../facts'
import type { TextAt } from '../policy'
import { type PolicyRule, place, type Remark, type Setting } from './rule'

const names = ['partition', 'service', 'region', 'account'] as const

/** An API's own policy that names another partition, region, account or API covers none of its calls. */
export const wrongResource: PolicyRule = {
  id: 'wrong-resource',
  find: (policy, setting) =>
    policy.kind === 'resource'
      ? policy.statements.flatMap(({ resource }) => resource.values.flatMap((value) => remarkOn(value, setting)))
      : [],
}

function remarkOn(value: TextAt, setting: Setting): Omit<Remark, 'rule'>[] {
  const parts = splitArn(value.text)
  if (parts.length < 6 || parts[0] !== 'arn' || /[{}<>$]/.test(value.text)) return []
  const [api = '', ...path] = (parts[5] ?? '').split('/')
  const wanted = [setting.partition, 'execute-api', setting.region, setting.accountId]
  const given = parts.slice(1, 5)
  const wrong = names.filter((_, i) => differs(given[i], wanted[i]))
  const wrongApi = path.length > 0 && differs(api, setting.apiId)
  if (wrong.length === 0 && !wrongApi) return []
  const what = [...wrong.map((name) => `${name} ${given[names.indexOf(name)]}`), ...(wrongApi ? [`API ${api}`] : [])]
  const mended = given.map((part, i) => (differs(part, wanted[i]) ? (wanted[i] ?? part) : part))
  const tail = [wrongApi ? (setting.apiId ?? api) : api, ...path].join('/')
  return [
    {
      ...place(value),
      severity: 'warning',
      sentence: `${value.text} names ${what.join(' and ')}, so it covers no call of this API.`,
      suggestion: `arn:${mended.join(':')}:${tail}`,
    },
  ]
}

const differs = (given: string | undefined, wanted: string | undefined): boolean =>
  given !== undefined && wanted !== undefined && !/[*?]/.test(given) && given !== wanted
