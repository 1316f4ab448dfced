import type { Action, Listener, Rule, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ResourceOf } from '@/lib/topology/document'
import { pages } from '../batch'
import type { Parts } from '../holes'
import type { Site } from '../site'
import { set } from './tags'

type Written = ResourceOf<'loadBalancer'>['listeners'][number]

/** The listeners of a load balancer; only an application load balancer has rules. */
export async function listenersOf(
  site: Site,
  LoadBalancerArn: string,
  type: 'network' | 'application',
  parts: Parts,
): Promise<Written[]> {
  const { client, sdk } = await site.clients.elb()
  const found = await pages(async (Marker) => {
    const page = await client.send(new sdk.DescribeListenersCommand({ LoadBalancerArn, Marker }))
    return { items: page.Listeners, next: page.NextMarker }
  })
  return Promise.all(found.map((listener, i) => listenerOf(site, listener, type, `/listeners/${i}`, parts)))
}

async function listenerOf(
  site: Site,
  listener: Listener,
  type: 'network' | 'application',
  path: string,
  parts: Parts,
): Promise<Written> {
  const arn = listener.ListenerArn ?? ''
  const rules = type === 'application' ? await parts.read(`${path}/rules`, () => rulesOf(site, arn)) : undefined
  if ((listener.Certificates ?? []).length > 0)
    parts.hide(`${path}/certificates`, 'notInspected', `Which names has the certificate of port ${listener.Port}?`)
  return {
    protocol: listener.Protocol ?? 'TCP',
    port: listener.Port ?? 0,
    ...set({
      rules: rules
        ?.filter((rule) => !rule.IsDefault)
        .map((rule, i) => ({
          priority: Number(rule.Priority),
          conditions: (rule.Conditions ?? []).map(conditionOf),
          action: actionOf(site, rule.Actions, `${path}/rules/${i}/action`, parts),
        })),
    }),
    default: actionOf(site, listener.DefaultActions, `${path}/default`, parts),
  }
}

async function rulesOf(site: Site, ListenerArn: string): Promise<Rule[]> {
  const { client, sdk } = await site.clients.elb()
  return pages(async (Marker) => {
    const page = await client.send(new sdk.DescribeRulesCommand({ ListenerArn, Marker }))
    return { items: page.Rules, next: page.NextMarker }
  })
}

/** The last action decides; an action that authenticates before it is not modelled. */
function actionOf(site: Site, actions: Action[] | undefined, path: string, parts: Parts): Written['default'] {
  const ordered = [...(actions ?? [])].sort((a, b) => (a.Order ?? 0) - (b.Order ?? 0))
  const last = ordered.at(-1)
  if (ordered.length > 1) parts.hide(path, 'notModelled', 'What does the authentication before this action answer?')
  switch (last?.Type) {
    case 'fixed-response': {
      const { StatusCode = '503', MessageBody: body } = last.FixedResponseConfig ?? {}
      return { type: 'fixed-response', statusCode: Number(StatusCode), ...set({ body }) }
    }
    case 'redirect': {
      const { Protocol, Host = '#{host}', Port = '#{port}', Path = '/#{path}', Query } = last.RedirectConfig ?? {}
      const to = `${(Protocol ?? '#{protocol}').toLowerCase()}://${Host}:${Port}${Path}${Query ? `?${Query}` : ''}`
      return { type: 'redirect', to }
    }
    case 'forward':
      return { type: 'forward', targetGroups: groupsOf(site, last) }
    default:
      parts.hide(path, 'notModelled', `What does the action ${last?.Type ?? ''} answer?`)
      return { type: 'forward', targetGroups: [] }
  }
}

function groupsOf(site: Site, action: Action) {
  const several = action.ForwardConfig?.TargetGroups ?? []
  const groups = several.length > 0 ? several : [{ TargetGroupArn: action.TargetGroupArn, Weight: undefined }]
  return groups.flatMap(({ TargetGroupArn: arn, Weight: weight }) => {
    if (arn === undefined) return []
    site.see('targetGroup', arn)
    return [{ targetGroup: site.survey.idOfArn(arn), ...(several.length > 1 ? set({ weight }) : {}) }]
  })
}

/** AWS's condition with its field names in camelCase. */
function conditionOf(condition: RuleCondition): unknown {
  const lower = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lower)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        inner === undefined ? [] : [[`${key.slice(0, 1).toLowerCase()}${key.slice(1)}`, lower(inner)]],
      ),
    )
  }
  return lower(condition)
}
