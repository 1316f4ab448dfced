import { invokeArn } from '@/lib/naming/arns'
import type { Setting } from '../setting'
import { account1 } from './accounts'

type PolicyText = {
  text: string
}

const written = (policy: unknown): PolicyText => ({ text: JSON.stringify(policy, null, 2) })

const invoke = (setting: Setting, effect: 'Allow' | 'Deny', apiId: string) => ({
  Effect: effect,
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: invokeArn({ region: setting.region, accountId: account1 }, apiId),
})

/** The guide's "allow any". */
export const allowAny = (setting: Setting, apiId: string): PolicyText =>
  written({ Version: '2012-10-17', Statement: [invoke(setting, 'Allow', apiId)] })

/** The guide's policy of a private API: whoever does not come through an endpoint of these VPCs is denied. */
export const onlyFromVpcs = (setting: Setting, apiId: string, vpcs: [string, ...string[]]): PolicyText =>
  written({
    Version: '2012-10-17',
    Statement: [
      invoke(setting, 'Allow', apiId),
      {
        ...invoke(setting, 'Deny', apiId),
        Condition: { StringNotEquals: { 'aws:SourceVpc': vpcs.length === 1 ? vpcs[0] : vpcs } },
      },
    ],
  })

/** What AWS writes for "Full access" when an endpoint is made; the guide shows it word for word. */
export const fullAccess = written({
  Statement: [{ Action: '*', Effect: 'Allow', Resource: '*', Principal: '*' }],
})
