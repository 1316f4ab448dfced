import { type Difference, diff } from '@/lib/diff/diff'
import { savedOpens } from '@/lib/findings/savedOpens'
import { type Api, type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { apiShape } from '@/lib/topology/kinds/api'
import { keysOf } from '@/lib/topology/pointer'

/**
 * What a deployment of a stage brings beside the change it is made for: everything that was saved since the deployment
 * that the stage serves, with its effect where one is known.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html
 */
export function goesLive(doc: TopologyDocument, id: string, stage: string): string {
  const api = resourceOf(doc, id, 'restApi')
  const deployment = api?.stages[stage]?.deploymentId ?? ''
  const served = api?.deployments[deployment]?.api
  const back = `The deployment to go back to is ${deployment}.`
  if (!api || !served)
    return `What deployment ${deployment} of stage ${stage} holds is not known, so what else goes live is not known either. ${back}`
  const changes = changesOf(doc, id, api, served)
  if (changes.length === 0) return `Nothing else goes live: nothing was saved since deployment ${deployment}. ${back}`
  const count = changes.length === 1 ? '1 saved change' : `${changes.length} saved changes`
  const effects = savedOpens
    .find(doc)
    .filter((f) => f.resource === id)
    .map((f) => ` ${f.sentence}`)
  return `Deploying ${stage} makes ${count} live that deployment ${deployment} does not have: ${changes.join('; ')}.${effects.join('')} ${back}`
}

function changesOf(doc: TopologyDocument, id: string, api: ResourceOf<'restApi'>, served: Api): string[] {
  const only = (resource: ResourceOf<'restApi'>): TopologyDocument => ({ ...doc, resources: { [id]: resource } })
  const old: ResourceOf<'restApi'> = { ...api }
  for (const key of Object.keys(apiShape)) if (served[key] === undefined) delete old[key]
  const found = diff(only({ ...old, ...served }), only(api)).filter(({ path }) => acts(path))
  return [...new Set(found.flatMap((difference) => inWords(difference, api, served)))]
}

/**
 * Names of associated endpoints are made at once, without a deployment:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
const acts = (path: string) => !path.startsWith('/endpointConfiguration/vpcEndpointIds')

function inWords({ path, op, before, after }: Difference, api: Api, served: Api): string[] {
  const [field = '', resource = '', , verb, ...inside] = keysOf(path)
  if (field !== 'resources')
    return [field === 'policy' ? `the resource policy ${verbs[op]}` : said(keysOf(path), before, after, op)]
  const whole = api.resources[resource] ?? served.resources[resource]
  if (verb === undefined) return Object.keys(whole?.methods ?? {}).map((m) => `${m} ${whole?.path} ${verbs[op]}`)
  const route = `${verb} ${whole?.path}`
  return [inside.length === 0 ? `${route} ${verbs[op]}` : said([...inside, 'of', route], before, after, op)]
}

const verbs = { add: 'is added', remove: 'is taken away', replace: 'is changed' } as const

/** Short values are shown; long ones would hide the rest. */
function said(name: string[], before: unknown, after: unknown, op: Difference['op']): string {
  const [was = 'not set', is = 'not set'] = [before, after].map((v) => (typeof v === 'string' ? v : JSON.stringify(v)))
  const change = was.length + is.length <= 80 ? `becomes ${is} (was ${was})` : verbs[op]
  return `${name.join(' ')} ${change}`
}
