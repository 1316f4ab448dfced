import type { Stage as AwsStage, RestApi } from '@aws-sdk/client-api-gateway'
import type { Api, Stage } from '@/lib/topology/document'
import type { Naming } from '../api/integration'
import { maskApi, maskStage, variablesThatLead } from '../api/mask'
import { placesIn, policyText } from '../api/policyText'
import { isGone } from '../failure'
import { Parts } from '../holes'
import type { Collector, Site } from '../site'
import { type Deployments, deploymentsOf } from './deployments'
import { domainNamesOf } from './domainName'
import { followIntegrations } from './follows'
import { balancerArnOf } from './loadBalancer'
import { methodsFrom, resourcesOf, stagesOf } from './restApiLists'
import { savedParts } from './restApiParts'
import { set, taggedBy } from './tags'
import { usagePlansOf } from './usagePlan'
import { placeOf } from './vpc'
import { endpointsIn } from './vpcEndpoint'
import { vpcLinks } from './vpcLink'

/** A REST API: what is saved, its stages, what each stage serves, and everything its integrations lead to. */
export const restApi: Collector = (site) => async (id) => {
  const parts = new Parts()
  const [settings, resources, stages] = await Promise.allSettled([
    settingsOf(site, id),
    resourcesOf(site, id),
    stagesOf(site, id),
    site.shared(vpcLinks),
  ])
  if (settings.status === 'rejected') {
    if (isGone(settings.reason)) return false
    // Nothing of it can be read here: another connection may know it.
    if (resources.status === 'rejected' && stages.status === 'rejected') throw settings.reason
  }
  const found = await parts.read(settingPaths, () => unwrap(settings))
  const saved = await parts.read('/resources', () => unwrap(resources))
  const staged = (await parts.read('/stages', () => unwrap(stages))) ?? []
  const naming = await namingFor(site)
  const others = await savedParts(site, id, saved ?? [], parts)
  const api: Api = { ...apiSettings(found), ...others.parts, resources: methodsFrom(saved ?? [], naming, parts) }
  const written = Object.fromEntries(staged.map((stage) => [stage.stageName ?? '', stageFrom(site, stage)]))
  const deployments = await deploymentsOf(site, id, { api, stages: written, names: others.names, naming }, parts)
  const apis = [api, ...deployments.served.values()]
  for (const [name, stage] of Object.entries(written)) serveDefaultEndpoint(name, stage, deployments, parts)
  followAll(site, id, apis, Object.values(written))
  site.add(id, {
    kind: 'restApi',
    ...taggedBy(found?.tags),
    name: found?.name ?? id,
    physicalId: id,
    ...site.place,
    ...masked(api, '', parts),
    ...set({ apiStatus: found?.apiStatus }),
    deployments: Object.fromEntries(
      Object.entries(deployments.written).map(([key, { api: snapshot, ...rest }]) => [
        key,
        { ...rest, api: masked(snapshot, `/deployments/${key}/api`, parts) },
      ]),
    ),
    stages: maskedStages(written, variablesThatLead(apis), parts),
    ...parts.notVisible,
  })
  return true
}

/** Everything that GetRestApi tells. */
const settingPaths = ['policy', 'endpointConfiguration', 'disableExecuteApiEndpoint', 'apiKeySource']
  .concat(['securityPolicy', 'endpointAccessMode', 'apiStatus'])
  .map((field) => `/${field}`)

async function unwrap<T>(result: PromiseSettledResult<T>): Promise<T> {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

async function settingsOf(site: Site, restApiId: string): Promise<RestApi> {
  const { client, sdk } = await site.clients.apigateway()
  return client.send(new sdk.GetRestApiCommand({ restApiId }))
}

function apiSettings(found: RestApi | undefined): Api {
  const { types, vpcEndpointIds, ipAddressType } = found?.endpointConfiguration ?? {}
  return {
    ...(found?.policy ? { policy: { text: policyText(found.policy) } } : {}),
    endpointConfiguration: { type: types?.[0] ?? 'EDGE', ...set({ vpcEndpointIds, ipAddressType }) },
    disableExecuteApiEndpoint: found?.disableExecuteApiEndpoint ?? false,
    ...set({
      securityPolicy: found?.securityPolicy,
      endpointAccessMode: found?.endpointAccessMode,
      apiKeySource: found?.apiKeySource,
    }),
    resources: {},
  }
}

async function namingFor(site: Site): Promise<Naming> {
  const links = await site.shared(vpcLinks)
  return {
    link(connectionId) {
      if (connectionId.includes('${')) return connectionId
      try {
        return links(connectionId) ? connectionId : undefined
      } catch {
        return connectionId
      }
    },
    balancer(arn) {
      const balancer = balancerArnOf(arn)
      site.see('loadBalancer', balancer)
      return site.survey.idOfArn(balancer)
    },
    lambda(arn) {
      const id = site.survey.idOfArn(arn)
      const ask = `What does ${id} answer, and who may invoke it? Lambda functions are not read.`
      const notVisible = [{ path: '/invokableBy', why: 'notInspected' as const, ask }]
      site.add(id, { kind: 'lambdaFunction', name: id, arn, ...site.place, notVisible })
      return id
    },
  }
}

function stageFrom(site: Site, stage: AwsStage): Stage {
  const { deploymentId = '', variables, canarySettings: canary, webAclArn } = stage
  if (webAclArn !== undefined) site.see('webAcl', webAclArn)
  const methodSettings = Object.entries(stage.methodSettings ?? {}).map(([key, m]) => [
    key,
    set({ throttlingRateLimit: m.throttlingRateLimit, throttlingBurstLimit: m.throttlingBurstLimit }),
  ])
  return {
    deploymentId,
    ...(variables && Object.keys(variables).length > 0 ? { variables } : {}),
    ...(methodSettings.length > 0 ? { methodSettings: Object.fromEntries(methodSettings) } : {}),
    ...(webAclArn === undefined ? {} : { webAcl: site.survey.idOfArn(webAclArn) }),
    ...(canary?.deploymentId
      ? {
          canarySettings: {
            percentTraffic: canary.percentTraffic ?? 0,
            deploymentId: canary.deploymentId,
            ...set({ stageVariableOverrides: canary.stageVariableOverrides }),
          },
        }
      : {}),
  }
}

/**
 * The switch of the default endpoint acts when a stage is deployed or updated, and GetStage does not show it:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
 */
function serveDefaultEndpoint(name: string, stage: Stage, deployments: Deployments, parts: Parts): void {
  const switched = deployments.served.get(stage.deploymentId)?.disableExecuteApiEndpoint
  if (switched !== undefined) stage.disableExecuteApiEndpoint = switched
  else
    parts.hide(
      `/stages/${name}/disableExecuteApiEndpoint`,
      'notInspected',
      `Did stage ${name} take over that the default endpoint is switched off?`,
    )
}

/** Whatever an API, saved or deployed, leads to or is entered by. */
function followAll(site: Site, id: string, apis: Api[], stages: Stage[]): void {
  const { region } = site.reach
  followIntegrations(site, apis, stages)
  for (const { endpointConfiguration, policy } of apis) {
    const named = placesIn(policy?.text)
    for (const endpoint of [...(endpointConfiguration.vpcEndpointIds ?? []), ...named.endpoints]) {
      site.survey.name('vpcEndpoint', endpoint, region)
      site.see('vpcEndpoint', endpoint)
    }
    for (const vpc of named.vpcs) seePlace(site, vpc)
  }
  site.inspection.follow.run(() => domainNamesOf(site, id))
  const keyed = apis.some((api) =>
    Object.values(api.resources).some((r) => Object.values(r.methods).some((m) => m.apiKeyRequired)),
  )
  if (keyed) site.inspection.follow.run(() => usagePlansOf(site, id))
}

/** A VPC that a policy names is one that calls come from: its endpoints are looked up in every connection. */
export function seePlace(site: Site, vpc: string): void {
  site.survey.name('vpc', vpc, site.reach.region)
  for (const place of site.inspection.sites.filter((s) => s.reach.region === site.reach.region))
    place.inspection.follow.run(async () => {
      try {
        await place.shared(placeOf)(vpc)
        await place.shared(endpointsIn)(vpc)
      } catch (error) {
        place.survey.unread(vpc, error)
      }
    })
}

function masked(api: Api, at: string, parts: Parts): Api {
  const { api: kept, holes } = maskApi(api, at)
  parts.holes.push(...holes)
  return kept
}

function maskedStages(stages: Record<string, Stage>, leading: ReadonlySet<string>, parts: Parts) {
  return Object.fromEntries(
    Object.entries(stages).map(([name, stage]) => {
      const { stage: kept, holes } = maskStage(stage, name, leading)
      parts.holes.push(...holes)
      return [name, kept]
    }),
  )
}
