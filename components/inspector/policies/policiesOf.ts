import { titleOf } from '@/components/outline/tree'
import type { PolicyKind } from '@/lib/policy/policy'
import { type Resource, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'

/** A policy that bears on calls to a resource, and where it stands. */
export interface PolicyPlace {
  title: string
  kind: PolicyKind
  resource: string
  /** JSON Pointer of the policy inside its resource. */
  path: string
  /** Absent: none is set, and `says` tells what AWS does then. */
  text?: string
  says?: string
}

const noEndpointPolicy = 'None is set. AWS then puts its own policy, which allows everything.'
const noResourcePolicy = 'None is set. A private API without a resource policy refuses every call.'

/** The policies of a resource; an API also shows those of the endpoints that it lists. */
export function policiesOf(document: TopologyDocument, id: string, resource: Resource): PolicyPlace[] {
  switch (resource.kind) {
    case 'vpcEndpoint':
      return [endpointPolicy(document, id, 'Endpoint policy')]
    case 'restApi': {
      const { type, vpcEndpointIds } = resource.endpointConfiguration
      if (resource.policy === undefined && type !== 'PRIVATE') return []
      const saved: PolicyPlace = {
        title: 'Resource policy, saved',
        kind: 'resource',
        resource: id,
        path: '/policy',
        ...(resource.policy ? { text: resource.policy.text } : { says: noResourcePolicy }),
      }
      const served = Object.entries(resource.stages).map(([stage, { deploymentId }]): PolicyPlace => {
        const deployed = resource.deployments[deploymentId]?.api.policy
        return {
          title: `Deployed, ${stage}`,
          kind: 'resource',
          resource: id,
          path: pointer(['deployments', deploymentId, 'api', 'policy']),
          ...(deployed ? { text: deployed.text } : { says: noResourcePolicy }),
        }
      })
      const endpoints = (vpcEndpointIds ?? []).map((endpoint) =>
        endpointPolicy(document, endpoint, titleOfId(document, endpoint)),
      )
      return [saved, ...served, ...endpoints]
    }
    case 'domainName':
      return [
        ...one(resource.policy?.text, { title: 'Domain policy', kind: 'domain', resource: id, path: '/policy' }),
        ...one(resource.managementPolicy?.text, {
          title: 'Management policy',
          kind: 'domain',
          resource: id,
          path: '/managementPolicy',
        }),
      ]
    case 'principal':
      return resource.identityPolicies.map(({ text }, at) => ({
        title: `Identity policy ${at + 1}`,
        kind: 'identity' as const,
        resource: id,
        path: `/identityPolicies/${at}`,
        text,
      }))
    default:
      return []
  }
}

const one = (text: string | undefined, place: Omit<PolicyPlace, 'text'>): PolicyPlace[] =>
  text === undefined ? [] : [{ ...place, text }]

const titleOfId = (document: TopologyDocument, id: string) =>
  document.resources[id]?.physicalId ?? titleOf(document, id)

function endpointPolicy(document: TopologyDocument, id: string, title: string): PolicyPlace {
  const text = resourceOf(document, id, 'vpcEndpoint')?.policyDocument?.text
  return {
    title,
    kind: 'endpoint',
    resource: id,
    path: '/policyDocument',
    ...(text === undefined ? { says: noEndpointPolicy } : { text }),
  }
}
