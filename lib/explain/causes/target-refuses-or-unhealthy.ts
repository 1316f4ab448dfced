import { describeTargets } from '../commands/aws'
import { isBalancer, isHttpApi, nowAndThen } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const targetRefusesOrUnhealthy = defineCause('target-refuses-or-unhealthy', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
  says: {
    refuses:
      'Behind the load balancer the target does not take the connection: nothing listens on its port, or it is unhealthy and gone.',
    shown: 'No registered target is healthy: describe-target-health lists {states}.',
    balancer: 'The load balancer itself answered: it has no target that answers.',
  },
  checks: [
    { check: 'service.listens', reasons: ['closed'] },
    { check: 'service.running', reasons: ['none'] },
    { check: 'integration.connects', reasons: ['closed'] },
    { check: 'target.address', reasons: ['nobody'] },
    { check: 'target.usable', reasons: ['empty', 'not-in-use'] },
  ],
  fits(seen, verdict) {
    const { targets } = seen.aws
    const behind = is(
      seen,
      'network-error',
      'server-error',
      'gateway-timeout',
      'unavailable',
      'bad-gateway',
      'balancer',
      'timed-out',
    )
    const direct = isBalancer(seen.to) && is(seen, 'refused', 'reset', 'timeout')
    if (!behind && !direct) return undefined
    const states = targets?.map((t) => t.state) ?? []
    if (targets && states.length > 0 && states.every((s) => s === 'healthy'))
      return verdict.not('Every registered target is healthy: describe-target-health says so.')
    if (targets && !states.includes('healthy'))
      return verdict.likely(96, 'shown', { states: [...new Set(states)].join(', ') || 'none' })
    if (is(seen, 'balancer')) return verdict.likely(85, 'balancer')
    if (/Host name '|timeout error|PKIX|Connection is closed/i.test(seen.words)) return undefined
    if (direct) return is(seen, 'timeout') ? verdict.possible(35, 'refuses') : verdict.possible(60, 'refuses')
    if (is(seen, 'network-error'))
      return nowAndThen(seen) ? verdict.possible(65, 'refuses') : verdict.likely(85, 'refuses')
    if (is(seen, 'unavailable'))
      return isHttpApi(seen) && !nowAndThen(seen) ? verdict.likely(70, 'refuses') : verdict.possible(50, 'refuses')
    return verdict.possible(is(seen, 'timed-out') ? 25 : 50, 'refuses')
  },
  tellApart: (seen) => ({
    command: describeTargets(seen),
    ifSo: 'No target is "healthy".',
    ifNot: 'Every target is "healthy".',
  }),
})
