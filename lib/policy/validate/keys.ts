import { nearest } from '@/lib/topology/nearest'
import { keyNames, keyPrefixes, type Presence, presenceOf } from '../keys'
import type { ConditionAt } from '../policy'
import { type PolicyRule, place, type Remark, type Setting } from './rule'

/** A key that no call of execute-api has, or that calls of this kind do not have. */
export const conditionKeys: PolicyRule = {
  id: 'condition-key',
  find: (policy, setting) =>
    policy.statements.flatMap(({ conditions = [] }) => conditions.flatMap((condition) => remarkOn(condition, setting))),
}

function remarkOn(condition: ConditionAt, setting: Setting): Omit<Remark, 'rule'>[] {
  const { key } = condition
  const presence = presenceOf(key)
  const at = { ...place(condition), severity: 'warning' as const }
  if (presence === undefined) {
    const meant = nearest(key, [...keyNames, ...keyPrefixes])
    const sentence = `${key} is no condition key of an execute-api call, so it is always absent.`
    return [{ ...at, sentence, ...(meant === undefined ? {} : { suggestion: meant }) }]
  }
  const absent = absentHere(key, presence, setting)
  return absent ? [{ ...at, ...absent }] : []
}

function absentHere(
  key: string,
  presence: Presence,
  setting: Setting,
): { sentence: string; suggestion?: string } | undefined {
  if (presence === 'public' && setting.private === true)
    return {
      sentence: `Calls through a VPC endpoint have no ${key}: IpAddress never allows, NotIpAddress in a Deny denies every call.`,
      suggestion: 'aws:VpcSourceIp',
    }
  if (presence === 'private' && setting.private === false)
    return { sentence: `Only calls of private APIs have ${key}; here it is always absent.` }
  if (presence === 'never')
    return { sentence: `No page says that a call of execute-api has ${key}; it counts as absent.` }
  return undefined
}
