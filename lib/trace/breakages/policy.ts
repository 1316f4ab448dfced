import { partitionName } from '@/lib/naming/arns'
import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Breakage } from './breakage'
import { apisOf } from './path'

/** The policy of the last API admits only an endpoint that the call does not come through; saved and deployed. */
export const policy: Breakage = {
  name: 'policy',
  label: 'Policy',
  says: 'The resource policy admits another endpoint than the one the call arrives through.',
  apply(doc, _invocation, trace) {
    const found = apisOf(doc, trace).at(-1)
    const api = resourceOf(doc, found?.id, 'restApi')
    if (!found || !api) return undefined
    const text = JSON.stringify(
      onlyAnotherSource(api.region ?? '', api.endpointConfiguration.type === 'PRIVATE'),
      null,
      2,
    )
    const label = `Break: the policy of ${api.physicalId ?? found.id} admits another source`
    return {
      edit: {
        label,
        patch: [
          { op: 'add', path: pointer(['resources', found.id, 'policy']), value: { text } },
          {
            op: 'add',
            path: pointer(['resources', found.id, 'deployments', found.deployment, 'api', 'policy']),
            value: { text },
          },
        ],
      },
    }
  },
}

function onlyAnotherSource(region: string, isPrivate: boolean) {
  const every = {
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: `arn:${partitionName(region)}:execute-api:${region}:*:*`,
  }
  const condition = isPrivate
    ? { StringNotEquals: { 'aws:SourceVpce': 'vpce-00000000000000000' } }
    : { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } }
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', ...every },
      { Effect: 'Deny', ...every, Condition: condition },
    ],
  }
}
