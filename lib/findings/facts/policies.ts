import { partitionName } from '@/lib/naming/arns'
import { holes } from '@/lib/network/holes'
import { domainNames, perDocument, vpcEndpoints, vpcs } from '@/lib/network/perDocument'
import { parsePolicy } from '@/lib/policy/parse'
import type { Policy } from '@/lib/policy/policy'
import type { Remark, Setting } from '@/lib/policy/validate/rule'
import { validatePolicy } from '@/lib/policy/validate/validate'
import { type Resource, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { type Fill, link } from '@/lib/trace/check'
import { editedAt, meantApis, savedApis } from './snapshots'

/** A policy of an endpoint, an API (served or saved) or a domain name, as the document writes it. */
export interface PolicyOf {
  resource: string
  /** JSON Pointer of its text. */
  path: string
  policy: Policy
  setting: Setting
  /** "the resource policy of 3i95y1yx06", as a link. */
  noun: Fill
}

export const policies = perDocument((doc): PolicyOf[] => {
  const found = [
    ...vpcEndpoints(doc).flatMap(([id, endpoint]) =>
      one(doc, id, endpoint, 'endpoint', '/policyDocument/text', endpoint.policyDocument?.text),
    ),
    ...domainNames(doc).flatMap(([id, domain]) =>
      one(doc, id, domain, 'domain', '/policy/text', domain.type === 'PRIVATE' ? domain.policy?.text : undefined),
    ),
    ...[...meantApis(doc), ...savedApis(doc)].flatMap((snapshot) => {
      const { id, restApi, api } = snapshot
      return one(doc, id, restApi, 'resource', editedAt(snapshot, 'policy', '/text'), api.policy?.text)
    }),
  ]
  return found.filter((p, i) => found.findIndex((q) => q.resource === p.resource && q.path === p.path) === i)
})

/** Remarks of the validator on one policy, kept with its document. */
const remarks = perDocument(() => new Map<PolicyOf, Remark[]>())

export function remarksOn(doc: TopologyDocument, rules: readonly string[]): (PolicyOf & { remark: Remark })[] {
  const kept = remarks(doc)
  return policies(doc).flatMap((of) => {
    const all = kept.get(of) ?? validatePolicy(of.policy, of.setting)
    kept.set(of, all)
    return all.filter((remark) => rules.includes(remark.rule)).map((remark) => ({ ...of, remark }))
  })
}

const words = { endpoint: 'policy', domain: 'policy', resource: 'resource policy' }

function one(
  doc: TopologyDocument,
  id: string,
  resource: Resource,
  kind: 'endpoint' | 'domain' | 'resource',
  path: string,
  text: string | undefined,
): PolicyOf[] {
  if (text === undefined || holes(doc, id, path).length > 0) return []
  const region = resource.region
  const account = resourceOf(doc, resource.account, 'account')?.accountId
  const isPrivate = resource.kind !== 'restApi' || resource.endpointConfiguration.type === 'PRIVATE'
  const setting: Setting = {
    private: isPrivate,
    ...(region === undefined ? {} : { region, partition: partitionName(region) }),
    ...(account === undefined ? {} : { accountId: account }),
    ...(kind === 'resource' && resource.physicalId !== undefined ? { apiId: resource.physicalId } : {}),
    ...knownIds(doc),
  }
  const name = link(doc, id, path)
  const noun = typeof name === 'string' ? name : { ...name, text: `The ${words[kind]} of ${name.text}` }
  return [{ resource: id, path, policy: parsePolicy(kind, text), setting, noun }]
}

/** Ids that exist, where everything that could have one was looked at. */
const knownIds = perDocument((doc): Pick<Setting, 'knownIds'> => {
  if (!completeFor(doc, 'vpc', {}).known || !completeFor(doc, 'vpcEndpoint', {}).known) return {}
  const ids = [...vpcs(doc), ...vpcEndpoints(doc)].map(([id, r]) => r.physicalId ?? `unknown-id-of-${id}`)
  return { knownIds: new Set(ids) }
})
