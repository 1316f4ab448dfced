import { pages } from './batch'
import { seeSubnetsOf } from './collectors/subnet'
import { placeOf } from './collectors/vpc'
import { seeLinksTo } from './collectors/vpcLink'
import { placeOfArn } from './ids'
import type { Inspection, Sight, Site } from './site'

/** What an inspection starts from. */
export type Selector =
  | { by: 'api' | 'nlb' | 'endpoint' | 'client'; id: string }
  /** All private APIs of every connection. */
  | { by: 'all-private' }

/** Looks a selector up in every connection and has it read. False: no connection knows it. */
export async function start(inspection: Inspection, selector: Selector): Promise<boolean> {
  const { sites } = inspection
  switch (selector.by) {
    case 'all-private':
      return (await Promise.all(sites.map(allPrivate))).some(Boolean)
    case 'api':
      return anywhere(inspection, selector.id, (site) => site.seek('restApi', selector.id))
    case 'endpoint':
      return anywhere(inspection, selector.id, (site) => site.seek('vpcEndpoint', selector.id))
    case 'nlb':
      return balancer(inspection, selector.id)
    case 'client':
      return anywhere(inspection, selector.id, (site) => client(site, selector.id))
  }
}

/** One place of each region is asked: it asks the others of its region. What could not be read counts as found. */
async function anywhere({ sites }: Inspection, id: string, seek: (site: Site) => Promise<Sight>): Promise<boolean> {
  const regions = [...new Set(sites.map((s) => s.reach.region))]
  const firsts = regions.flatMap((region) => sites.find((s) => s.reach.region === region) ?? [])
  const sights = await Promise.all(firsts.map(seek))
  if (sights.includes('found')) return true
  const unread = sights.indexOf('unread')
  const [site] = firsts.slice(unread)
  if (unread < 0 || !site) return false
  site.survey.name(kindOfId(id), id, site.reach.region)
  return true
}

function kindOfId(id: string): 'vpcEndpoint' | 'instance' | 'subnet' | 'vpc' | 'loadBalancer' | 'restApi' {
  if (id.startsWith('vpce-')) return 'vpcEndpoint'
  if (id.startsWith('i-')) return 'instance'
  if (id.startsWith('subnet-')) return 'subnet'
  if (id.startsWith('vpc-')) return 'vpc'
  return 'restApi'
}

async function balancer(inspection: Inspection, arn: string): Promise<boolean> {
  const place = placeOfArn(arn)
  const sites = inspection.sites.filter(
    (s) => s.reach.region === place?.region && s.reach.accountId === place.accountId,
  )
  const sights = await Promise.all(sites.map((site) => site.seek('loadBalancer', arn)))
  if (sights.every((sight) => sight === 'absent')) return false
  const [site] = sites
  if (site && !sights.includes('found')) site.survey.name('loadBalancer', site.survey.idOfArn(arn), site.reach.region)
  for (const owner of sites) inspection.follow.run(() => seeLinksTo(owner, arn))
  return true
}

/** A vantage with its subnet, groups, routes and ACL. A VPC stands for any address of its subnets. */
async function client(site: Site, id: string): Promise<Sight> {
  if (id.startsWith('i-')) return site.seek('instance', id)
  if (id.startsWith('subnet-')) return site.seek('subnet', id)
  if (!id.startsWith('vpc-')) return 'absent'
  const sight = await site.seek('vpc', id)
  if (sight === 'found')
    for (const place of site.inspection.sites.filter((s) => s.reach.region === site.reach.region))
      place.inspection.follow.run(async () => {
        try {
          if (await place.shared(placeOf)(id)) await seeSubnetsOf(place, id)
        } catch (error) {
          place.survey.unseen(place.reach, 'subnet', error)
        }
      })
  return sight
}

async function allPrivate(site: Site): Promise<boolean> {
  const { client: apigateway, sdk } = await site.clients.apigateway()
  try {
    const apis = await pages(async (position) => {
      const page = await apigateway.send(new sdk.GetRestApisCommand({ limit: 500, position }))
      return { items: page.items, next: page.position }
    })
    const found = apis.filter((api) => api.endpointConfiguration?.types?.includes('PRIVATE'))
    for (const { id } of found) site.see('restApi', id)
    return found.length > 0
  } catch (error) {
    site.survey.unseen(site.reach, 'restApi', error)
    return true
  }
}
