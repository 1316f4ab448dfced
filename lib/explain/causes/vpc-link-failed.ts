import { getVpcLink } from '../commands/aws'
import { isHttpApi } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

/** A link that is gone fails at once; one that leads nowhere takes its time. */
const waitMs = 8_000

export const vpcLinkFailed = defineCause('vpc-link-failed', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
  says: {
    shown: 'The VPC link is {status}: it carries no calls.',
    internal:
      'The log says only that an internal error came up: the VPC link is FAILED, its load balancer was deleted, or the connection to it was rejected.',
    link: 'The log says that the VPC link itself failed.',
    maybe: 'The VPC link may be FAILED, its load balancer deleted, or the connection to it rejected.',
  },
  checks: [
    { check: 'vpc-link.status', reasons: ['unusable', 'rejected', 'no-target', 'pending'] },
    { check: 'integration.target', reasons: ['no-such-link', 'no-link'] },
    { check: 'load-balancer.state' },
  ],
  fits(seen, verdict) {
    if (!is(seen, 'server-error')) return undefined
    const { vpcLinkStatus, connectionType } = seen.aws
    if (vpcLinkStatus === 'AVAILABLE') return verdict.not('The VPC link is AVAILABLE: get-vpc-link says so.')
    if (vpcLinkStatus !== undefined && seen.aws.vpcLinkVersion === 'V1')
      return verdict.certain(95, 'shown', { status: vpcLinkStatus })
    if (connectionType === 'INTERNET' || isHttpApi(seen)) return undefined
    if (/Host name '|PKIX|Malformed|Invalid (?:endpoint|permissions)|Lambda/i.test(seen.words)) return undefined
    if (/vpc link error/i.test(seen.words)) return verdict.likely(90, 'link')
    if (/internal error while executing/i.test(seen.words))
      return (seen.log?.waitedMs ?? 0) >= waitMs ? verdict.possible(70, 'internal') : verdict.likely(90, 'internal')
    return (seen.ms ?? 0) >= waitMs ? verdict.possible(50, 'maybe') : verdict.likely(60, 'maybe')
  },
  tellApart: (seen) => ({
    command: getVpcLink(seen),
    ifSo: '"status" is not AVAILABLE; "statusMessage" says why.',
    ifNot: '"status" is AVAILABLE.',
  }),
})
