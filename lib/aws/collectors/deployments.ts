import type { Deployment } from '@aws-sdk/client-api-gateway'
import type { Api, Hole, ResourceOf, Stage } from '@/lib/topology/document'
import { type Deployed, deployedApi } from '../api/deployed'
import type { SavedNames, Summary } from '../api/deployedMethod'
import type { Naming } from '../api/integration'
import { deployedBySummary } from '../api/summary'
import { pages } from '../batch'
import { holeOf, type Parts } from '../holes'
import type { Site } from '../site'

export interface Deployments {
  written: ResourceOf<'restApi'>['deployments']
  /** What stages serve, as far as it could be read, by deployment. */
  served: Map<string, Api>
}

/** What of the saved API an export is read with. */
interface Saved {
  api: Api
  stages: Record<string, Stage>
  names: SavedNames
  naming: Naming
}

/** Deployments that no stage serves are listed by date only: to go back to, not to trace. */
const olderMax = 10

/**
 * The deployments of an API. Reads of the control plane show what is saved; what a stage serves is in its export alone:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-export-api.html
 */
export async function deploymentsOf(site: Site, id: string, saved: Saved, parts: Parts): Promise<Deployments> {
  const stageOf = new Map(Object.entries(saved.stages).map(([name, stage]) => [stage.deploymentId, name]))
  const canaries = Object.values(saved.stages).flatMap((stage) => stage.canarySettings?.deploymentId ?? [])
  const served = new Set([...stageOf.keys(), ...canaries])
  const reading = [...served].map(async (key) => ({
    key,
    deployed: await readDeployment(saved, stageOf.get(key), {
      text: (stage) => exportOf(site, id, stage),
      summary: () => summaryOf(site, id, key),
    }),
  }))
  const [listed, read] = await Promise.all([settled(deploymentList(site, id)), Promise.all(reading)])
  const all = new Map((listed.value ?? []).map((d) => [d.id ?? '', d]))
  const found: Deployments = { written: {}, served: new Map() }
  const put = (key: string, deployed: Deployed) => {
    const date = all.get(key)?.createdDate?.toISOString()
    found.written[key] = { ...(date === undefined ? {} : { createdDate: date }), api: deployed.api }
    for (const hole of deployed.holes) parts.holes.push({ ...hole, path: `/deployments/${key}/api${hole.path}` })
    if (listed.error !== undefined) parts.holes.push(holeOf(`/deployments/${key}/createdDate`, listed.error))
  }
  for (const { key, deployed } of read) {
    put(key, deployed)
    if (!deployed.holes.some((hole) => hole.path === '')) found.served.set(key, deployed.api)
  }
  const newest = [...all.values()].sort((a, b) => Number(b.createdDate ?? 0) - Number(a.createdDate ?? 0))
  for (const { id: key } of newest.slice(0, olderMax))
    if (key !== undefined && !found.written[key]) put(key, nothingOf(saved.api, olderHole))
  return found
}

const olderHole: Hole = { path: '', why: 'notInspected', ask: 'AWS exports only what a stage serves.' }
const canaryHole: Hole = { path: '', why: 'notInspected', ask: 'What does the canary serve? AWS exports no canary.' }

interface Sources {
  text: (stage: string) => Promise<string>
  summary: () => Promise<Summary | undefined>
}

/** Without a stage the deployment is that of a canary, which AWS does not export. */
async function readDeployment(saved: Saved, stage: string | undefined, sources: Sources): Promise<Deployed> {
  const summary = async () => (await settled(sources.summary())).value
  if (stage === undefined) return unexported(saved.api, await summary(), canaryHole)
  const text = await settled(sources.text(stage))
  const read = (also?: Summary) => deployedApi(text.value ?? '', saved.api, saved.names, saved.naming, also)
  try {
    if (text.value === undefined) throw text.error
    const deployed = read()
    // The summary costs a call, and says the same unless the authorization was changed since.
    return authorizesAsSaved(saved.api, deployed.api) ? deployed : read(await summary())
  } catch (error) {
    return unexported(saved.api, await summary(), holeOf('', error))
  }
}

function authorizesAsSaved(saved: Api, deployed: Api): boolean {
  return Object.entries(saved.resources).every(([id, { methods }]) =>
    Object.entries(methods).every(([verb, before]) => {
      const now = deployed.resources[id]?.methods[verb]
      if (!now) return true
      return now.authorizationType === before.authorizationType && now.apiKeyRequired === before.apiKeyRequired
    }),
  )
}

/** Without an export the summary says which methods are deployed; without that nothing is known. */
const unexported = (api: Api, summary: Summary | undefined, hole: Hole): Deployed =>
  summary ? deployedBySummary(api, summary, hole) : nothingOf(api, hole)

const nothingOf = ({ endpointConfiguration }: Api, hole: Hole): Deployed => ({
  api: { endpointConfiguration, resources: {} },
  holes: [hole],
})

interface Settled<T> {
  value?: T
  error?: unknown
}

async function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await promise }
  } catch (error) {
    return { error }
  }
}

async function exportOf(site: Site, restApiId: string, stageName: string): Promise<string> {
  const { client, sdk } = await site.clients.apigateway()
  const answer = await client.send(
    new sdk.GetExportCommand({
      restApiId,
      stageName,
      exportType: 'oas30',
      parameters: { extensions: 'apigateway' },
      accepts: 'application/json',
    }),
  )
  return new TextDecoder().decode(answer.body)
}

async function deploymentList(site: Site, restApiId: string): Promise<Deployment[]> {
  const { client, sdk } = await site.clients.apigateway()
  return pages(async (position) => {
    const page = await client.send(new sdk.GetDeploymentsCommand({ restApiId, limit: 500, position }))
    return { items: page.items, next: page.position }
  })
}

async function summaryOf(site: Site, restApiId: string, deploymentId: string): Promise<Summary | undefined> {
  const { client, sdk } = await site.clients.apigateway()
  const answer = await client.send(new sdk.GetDeploymentCommand({ restApiId, deploymentId, embed: ['apisummary'] }))
  return answer.apiSummary
}
