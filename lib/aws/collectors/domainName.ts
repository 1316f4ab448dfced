import type { BasePathMapping, DomainName } from '@aws-sdk/client-api-gateway'
import { policyText } from '../api/policyText'
import { once, pages } from '../batch'
import { Parts } from '../holes'
import type { Site } from '../site'
import { set, taggedBy } from './tags'

/** Reads the private custom domain names that lead to an API. Public ones are not asked: each costs a call. */
export async function domainNamesOf(site: Site, api: string): Promise<void> {
  try {
    const domains = await site.shared(privateDomains)
    await Promise.all(
      domains.map(async (domain) => {
        const parts = new Parts()
        const mappings = await parts.read('/basePathMappings', () => site.shared(mappingsOf)(keyOf(domain)))
        if (mappings?.some((m) => m.restApiId === api)) await add(site, domain, mappings, parts)
      }),
    )
  } catch (error) {
    site.survey.unseen(site.reach, 'domainName', error)
  }
}

async function privateDomains(site: Site): Promise<DomainName[]> {
  const { client, sdk } = await site.clients.apigateway()
  const all = await pages(async (position) => {
    const page = await client.send(new sdk.GetDomainNamesCommand({ limit: 500, position }))
    return { items: page.items, next: page.position }
  })
  return all.filter((d) => d.endpointConfiguration?.types?.includes('PRIVATE'))
}

const keyOf = ({ domainName = '', domainNameId = '' }: DomainName) => `${domainName} ${domainNameId}`

/** Private names may be the same in two accounts. */
function idOf(site: Site, { domainName = '', domainNameId = '' }: DomainName): string {
  const taken = site.survey.resources.get(domainName)
  const same = taken?.kind === 'domainName' && taken.domainNameId === domainNameId
  return taken && !same ? `${domainName}+${domainNameId}` : domainName
}

const mappingsOf = (site: Site) =>
  once(async (key: string): Promise<BasePathMapping[]> => {
    const [domainName = '', domainNameId] = key.split(' ')
    const { client, sdk } = await site.clients.apigateway()
    return pages(async (position) => {
      const page = await client.send(
        new sdk.GetBasePathMappingsCommand({
          domainName,
          domainNameId: domainNameId || undefined,
          limit: 500,
          position,
        }),
      )
      return { items: page.items, next: page.position }
    })
  })

async function associations(site: Site) {
  const { client, sdk } = await site.clients.apigateway()
  return pages(async (position) => {
    const page = await client.send(new sdk.GetDomainNameAccessAssociationsCommand({ limit: 500, position }))
    return { items: page.items, next: page.position }
  })
}

async function add(site: Site, domain: DomainName, mappings: BasePathMapping[], parts: Parts): Promise<void> {
  const id = idOf(site, domain)
  const all = await parts.read('/accessAssociations', () => site.shared(associations))
  const own = (all ?? []).filter((a) => a.domainNameArn === domain.domainNameArn)
  const accessAssociations = own.flatMap(({ accessAssociationSource: vpcEndpoint, domainNameAccessAssociationArn }) => {
    if (vpcEndpoint === undefined) return []
    site.see('vpcEndpoint', vpcEndpoint)
    return [{ vpcEndpoint, status: 'AVAILABLE', ...set({ arn: domainNameAccessAssociationArn }) }]
  })
  for (const { restApiId } of mappings)
    if (restApiId !== undefined) site.survey.name('restApi', restApiId, site.reach.region)
  // Routing rules are a call of another service each; where they count, base paths alone do not say what a call reaches.
  if (domain.routingMode !== undefined && domain.routingMode !== 'BASE_PATH_MAPPING_ONLY')
    parts.hide('/routingRules', 'notInspected', `Which routing rules has ${domain.domainName}?`)
  parts.hide('/certificate', 'notInspected', `Which names has the certificate of ${domain.domainName}?`)
  site.add(id, {
    kind: 'domainName',
    ...taggedBy(domain.tags),
    name: domain.domainName ?? id,
    physicalId: domain.domainName ?? id,
    ...set({ arn: domain.domainNameArn }),
    ...site.place,
    domainName: domain.domainName ?? '',
    type: 'PRIVATE',
    ...set({
      domainNameId: domain.domainNameId,
      domainNameStatus: domain.domainNameStatus,
      policy: domain.policy ? { text: policyText(domain.policy) } : undefined,
      managementPolicy: domain.managementPolicy ? { text: policyText(domain.managementPolicy) } : undefined,
      securityPolicy: domain.securityPolicy,
      endpointAccessMode: domain.endpointAccessMode,
      routingMode: domain.routingMode,
      targetDomainName: domain.regionalDomainName,
    }),
    basePathMappings: mappings.map(({ basePath = '', restApiId = '', stage = '' }) => ({
      basePath: basePath === '(none)' ? '' : basePath,
      restApi: restApiId,
      stage,
    })),
    ...(all ? { accessAssociations } : {}),
    ...parts.notVisible,
  })
}
