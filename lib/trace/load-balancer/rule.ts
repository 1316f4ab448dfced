import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Fill, type Finding, link } from '../check'
import { status } from '../outcome'
import type { Outcome } from '../trace'
import type { Connection } from '../walk/next'
import type { Listener } from './listener'

type Action = Listener['default']

export const rule = defineCheck(
  'load-balancer.rule',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  {
    forwards: 'The listener of {balancer} forwards the call.',
    'fixed-response':
      'The listener of {balancer} answers {status} itself: no rule for Host {host} and path {path} forwards the call.',
    redirects: 'The listener of {balancer} redirects the call to {to}.',
    'not-evaluated': 'A rule of {balancer} has a condition that is not modelled here; it may take the call.',
  },
)

/** The first rule by priority whose conditions all fit, else the default action. */
export function ruleCheck(
  doc: TopologyDocument,
  id: string,
  listener: Listener,
  conn: Connection,
): { finding: Finding; action?: Action } {
  const fill = { balancer: link(doc, id, '/listeners'), host: conn.host ?? '', path: conn.path, status: '', to: '' }
  for (const candidate of [...(listener.rules ?? [])].sort((a, b) => a.priority - b.priority)) {
    const fits = candidate.conditions.map((c) => fitsOne(c, conn))
    if (fits.some((f) => f === false)) continue
    if (fits.every((f) => f === true)) return taken(candidate.action, fill)
    const gap = {
      resource: id,
      path: '/listeners',
      why: 'notModelled' as const,
      ask: `Does rule ${candidate.priority} of ${id} fit the call?`,
    }
    return {
      finding: rule.unknown('not-evaluated', [gap], [{ kind: 'response' }], { fact: 'rule not known', fill }),
      action: listener.default,
    }
  }
  return taken(listener.default, fill)
}

function taken(action: Action, fill: Record<string, Fill>): { finding: Finding; action?: Action } {
  switch (action.type) {
    case 'forward':
      return { finding: rule.pass('forwards', { fact: 'forward', fill }), action }
    case 'fixed-response': {
      const outcome: Outcome = {
        ...status(action.statusCode),
        ...(action.body === undefined ? {} : { body: action.body }),
      }
      return {
        finding: rule.fail('fixed-response', [outcome], {
          fact: `answers ${action.statusCode}`,
          fill: { ...fill, status: String(action.statusCode) },
        }),
      }
    }
    case 'redirect':
      return {
        finding: rule.fail('redirects', [status(301), status(302)], {
          fact: 'redirect',
          fill: { ...fill, to: action.to },
        }),
      }
  }
}

/** Undefined: a condition that is not modelled. */
function fitsOne(condition: unknown, conn: Connection): boolean | undefined {
  if (typeof condition !== 'object' || condition === null) return undefined
  const { field, values } = condition as { field?: unknown; values?: unknown }
  const patterns = Array.isArray(values) ? values.filter((v) => typeof v === 'string') : []
  if (field === 'host-header') return patterns.some((p) => glob(p.toLowerCase(), (conn.host ?? '').toLowerCase()))
  if (field === 'path-pattern') return patterns.some((p) => glob(p, conn.path))
  if (field === 'http-request-method') return patterns.includes(conn.method)
  return undefined
}

const glob = (pattern: string, text: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text)
