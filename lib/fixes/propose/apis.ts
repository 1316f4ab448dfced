import { resourceOf } from '@/lib/topology/document'
import { nearest } from '@/lib/topology/nearest'
import { isFirst, type Proposal, type Propose, type Stopped } from '../proposal'
import { stageOf } from '../stageOf'
import { innerPath, innerVerb } from './uris'

/** The route is saved, and not yet served; else what is called may be a slip of one that is there. */
export const method: Propose = (stopped) => [
  ...(isFirst(stopped)
    ? [...otherPath(stopped), ...otherVerb(stopped)]
    : [...innerVerb(stopped), ...innerPath(stopped)]),
]

const served = ({ doc, hop }: Stopped) => {
  const api = resourceOf(doc, hop.resource, 'restApi')
  const stage = stageOf(hop.checks)
  const deployment = api?.stages[stage ?? '']?.deploymentId
  return { stage, api: api?.deployments[deployment ?? '']?.api }
}

/** A path that is close to the one that is called: the stage written twice, other letters, a part too many. */
function otherPath(stopped: Stopped): Proposal[] {
  const { trace, check } = stopped
  const { api, stage } = served(stopped)
  const path = /no resource for (\/\S*)\. /.exec(check.says)?.[1] ?? ''
  const paths = Object.values(api?.resources ?? {}).flatMap((r) => (r.path.includes('{') ? [] : [r.path]))
  const parts = path.split('/')
  const near = [
    path.replace(new RegExp(`^/${stage}(?=/|$)`), '') || '/',
    paths.find((p) => p.toLowerCase() === path.toLowerCase()),
    parts.slice(0, -1).join('/'),
    path.length > 1 ? nearest(path, paths) : undefined,
  ]
  return [...new Set(near)].flatMap((to) => {
    if (to === undefined || to === path || !paths.includes(to)) return []
    const at = trace.invocation.url.lastIndexOf(path)
    const url = `${trace.invocation.url.slice(0, at)}${to}${trace.invocation.url.slice(at + path.length)}`
    return at < 0 ? [] : [{ label: `Call ${to}`, call: { ...trace.invocation, url } }]
  })
}

/** The one verb that the path has. */
function otherVerb(stopped: Stopped): Proposal[] {
  const { trace, check } = stopped
  if (check.reason !== 'no-method') return []
  const path = /has (\/\S*),/.exec(check.says)?.[1]
  const methods = Object.values(served(stopped).api?.resources ?? {}).find((r) => r.path === path)?.methods ?? {}
  const [verb, ...others] = Object.keys(methods).filter((m) => m !== 'OPTIONS')
  if (verb === undefined || others.length > 0) return []
  return [{ label: `Call ${verb} ${path}`, call: { ...trace.invocation, method: verb } }]
}
