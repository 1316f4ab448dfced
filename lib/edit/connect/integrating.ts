import { lambdaUri } from '@/lib/naming/arns'
import type { Integration } from '@/lib/topology/document'
import { isOf, type ResourceOf, resourceOf } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { idsOf } from '@/lib/wizard/ids'
import { titleOf } from '../titleOf'
import type { Ask, Ends, Joiner, Link } from './link'

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'ANY']

const path: Ask = {
  id: 'path',
  title: 'Path',
  shape: { type: 'text', pattern: '^/', wants: 'a path that begins with /' },
  value: '/hello',
}
const method: Ask = { id: 'method', title: 'Method', shape: { type: 'choice', words: verbs }, value: 'GET' }

/** A method of the API at the path that is asked for, with this integration. */
function integrate(
  { document, from, to }: Ends,
  api: ResourceOf<'restApi'>,
  integration: (verb: string, at: string) => Integration,
  more: Ask[] = [],
): Link {
  return {
    id: 'integration',
    title: 'Integration of a method',
    asks: [path, method, ...more],
    make: (answers) => {
      const at = String(answers.path ?? path.value)
      const verb = String(answers.method ?? method.value)
      const value = { authorizationType: 'NONE' as const, integration: integration(verb, at) }
      return {
        label: `Lead ${verb} ${at} of ${titleOf(document, from)} to ${titleOf(document, to)}`,
        patch: putMethod(from, api, at, verb, value),
      }
    },
  }
}

/** Sets a method, with the resources of the API on the way to its path. */
export function putMethod(
  id: string,
  api: ResourceOf<'restApi'>,
  at: string,
  verb: string,
  value: unknown,
): Operation[] {
  const base = ['resources', id, 'resources']
  const known = new Map(Object.entries(api.resources).map(([key, each]) => [each.path, key]))
  const words = at.split('/').filter(Boolean)
  const wanted = ['/', ...words.map((_, n) => `/${words.slice(0, n + 1).join('/')}`)]
  const leaf = wanted.at(-1) ?? '/'
  const made = wanted
    .filter((each) => !known.has(each))
    .map((each): Operation => {
      const key = idsOf(api.physicalId ?? id).apiResource(each)
      const methods = each === leaf ? { [verb]: value } : {}
      return { op: 'add', path: pointer([...base, key]), value: { path: each, methods } }
    })
  const key = known.get(leaf)
  if (key === undefined) return made
  const there = api.resources[key]?.methods[verb] !== undefined
  return [...made, { op: there ? 'replace' : 'add', path: pointer([...base, key, 'methods', verb]), value }]
}

const proxy = (verb: string, uri: string): Integration => ({
  type: 'HTTP_PROXY',
  integrationHttpMethod: verb,
  uri,
  timeoutInMillis: 29000,
})

export const apiToLink: Joiner = {
  from: 'restApi',
  to: 'vpcLink',
  links: (ends) => {
    const { document, to, source, target } = ends
    if (!isOf(source, 'restApi') || !isOf(target, 'vpcLink')) return []
    const balancers = Object.keys(document.resources).filter((id) => resourceOf(document, id, 'loadBalancer'))
    const leads = target.target ?? (target.version === 'V2' ? balancers[0] : undefined)
    const balancer = resourceOf(document, leads, 'loadBalancer')
    if (leads === undefined || !balancer)
      return `${titleOf(document, to)} leads to no load balancer yet. Connect it with one first.`
    const listens = balancer.listeners[0]
    const port: Ask = {
      id: 'port',
      title: `Port of ${titleOf(document, leads)}`,
      shape: { type: 'number', format: 'port' },
      value: listens?.port ?? 80,
    }
    const wire = (verb: string, at: string, on: number): Integration => ({
      ...proxy(verb, uriOf(balancer.dnsName ?? `\${${leads}.dnsName}`, on, at)),
      connectionType: 'VPC_LINK',
      connection: to,
      ...(target.version === 'V2' ? { integrationTarget: leads } : {}),
    })
    const link = integrate(ends, source, (verb, at) => wire(verb, at, Number(port.value)), [port])
    return [
      {
        ...link,
        make: (answers) =>
          integrate(ends, source, (verb, at) => wire(verb, at, Number(answers.port ?? port.value))).make(answers),
      },
    ]
  },
}

const uriOf = (host: string, port: number, at: string) =>
  `${port === 443 ? 'https' : 'http'}://${host}${port === 443 || port === 80 ? '' : `:${port}`}${at}`

export const apiToHttp: Joiner = {
  from: 'restApi',
  to: 'httpEndpoint',
  links: (ends) => {
    const { source, target } = ends
    if (!isOf(source, 'restApi') || !isOf(target, 'httpEndpoint')) return []
    const internet = (verb: string, at: string): Integration => ({
      ...proxy(verb, `https://${target.host}${at}`),
      connectionType: 'INTERNET',
    })
    return [integrate(ends, source, internet)]
  },
}

export const apiToFunction: Joiner = {
  from: 'restApi',
  to: 'lambdaFunction',
  links: (ends) => {
    const { to, source, target } = ends
    if (!isOf(source, 'restApi') || !isOf(target, 'lambdaFunction')) return []
    const region = target.arn?.split(':')[3] ?? source.region ?? ''
    // A function is always called by POST
    // (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
    const invoke = (): Integration => ({
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      function: to,
      uri: lambdaUri(region, target.arn ?? `\${${to}.arn}`),
      timeoutInMillis: 29000,
    })
    return [integrate(ends, source, invoke)]
  },
}

/** A link of version 1 leads to one network load balancer; one of version 2 leaves that to each integration. */
export const linkToBalancer: Joiner = {
  from: 'vpcLink',
  to: 'loadBalancer',
  links: ({ document, from, to, source, target }) => {
    if (!isOf(source, 'vpcLink') || !isOf(target, 'loadBalancer')) return []
    const [link, balancer] = [titleOf(document, from), titleOf(document, to)]
    if (source.version === 'V2')
      return `${link} is of version 2: each integration names its load balancer. Draw the arrow from the API to the link.`
    if (target.type !== 'network')
      return `${link} is of version 1, which leads to a network load balancer; ${balancer} is an application load balancer.`
    if (source.target === to) return `${link} leads to ${balancer} already.`
    return [
      {
        id: 'target',
        title: 'Target',
        asks: [],
        make: () => ({
          label: `Lead ${link} to ${balancer}`,
          patch: [
            {
              op: source.target === undefined ? 'add' : 'replace',
              path: pointer(['resources', from, 'target']),
              value: to,
            },
          ],
        }),
      },
    ]
  },
}
