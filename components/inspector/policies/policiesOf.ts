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
  /** Where the same text stands once more. */
  alsoAt?: string[]
  note?: string
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
      const saved = resource.policy?.text
      const stages = Object.entries(resource.stages).map(([stage, { deploymentId }]) => ({
        stage,
        path: pointer(['deployments', deploymentId, 'api', 'policy']),
        text: resource.deployments[deploymentId]?.api.policy?.text,
      }))
      const same = stages.filter((each) => each.text === saved)
      const place = (title: string, path: string, text: string | undefined, alsoAt: string[]): PolicyPlace => ({
        title,
        kind: 'resource',
        resource: id,
        path,
        alsoAt,
        ...(text === undefined ? { says: noResourcePolicy } : { text }),
        ...(title === 'Resource policy'
          ? { note: `Saved, and deployed to ${stages.map((s) => s.stage).join(', ')}.` }
          : {}),
      })
      // Saved and deployed stand apart only where they differ: that is when somebody must see both.
      const own =
        stages.length > 0 && same.length === stages.length
          ? [
              place(
                'Resource policy',
                '/policy',
                saved,
                stages.map((each) => each.path),
              ),
            ]
          : [
              place(
                'Saved policy',
                '/policy',
                saved,
                same.map((each) => each.path),
              ),
              ...stages.map((each) => place(`Deployed to ${each.stage}`, each.path, each.text, [])),
            ]
      const endpoints = (vpcEndpointIds ?? []).map((endpoint) =>
        endpointPolicy(document, endpoint, titleOfId(document, endpoint)),
      )
      return [...own, ...endpoints]
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
