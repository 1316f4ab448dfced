import { getVpcLinkV2 } from '../commands/aws'
import { isHttpApi } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const vpcLinkV2Inactive = defineCause('vpc-link-v2-inactive', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html',
  says: {
    shown:
      'The VPC link V2 is {status}: after 60 days without traffic its interfaces are deleted, and calls fail until they are made again.',
    idle: 'A VPC link V2 that carried nothing for 60 days has lost its interfaces; the first calls fail for some minutes.',
    maybe: 'If the API uses a VPC link V2 that carried nothing for 60 days: its interfaces are gone.',
  },
  checks: [{ check: 'vpc-link.status', reasons: ['inactive'] }],
  fits(seen, verdict) {
    if (!is(seen, 'unavailable', 'server-error', 'network-error', 'timed-out', 'gateway-timeout')) return undefined
    const { vpcLinkStatus, vpcLinkVersion } = seen.aws
    if (vpcLinkStatus !== undefined && vpcLinkVersion === 'V2')
      return vpcLinkStatus === 'AVAILABLE'
        ? verdict.not('The VPC link is AVAILABLE: get-vpc-link says so.')
        : verdict.certain(95, 'shown', { status: vpcLinkStatus })
    if (/Host name '|PKIX|Connection is closed/i.test(seen.words)) return undefined
    if (
      /\b60 days|(?:two|three|four|six|several|\d+) (?:months|weeks)|months? (?:ago|without)|idle|not (?:been )?(?:used|called)|unused|first (?:call|request)|inactive/i.test(
        seen.told,
      )
    )
      return verdict.likely(93, 'idle')
    if (is(seen, 'unavailable')) return verdict.possible(isHttpApi(seen) ? 55 : 40, 'maybe')
    return verdict.possible(10, 'maybe')
  },
  tellApart: (seen) => ({
    command: getVpcLinkV2(seen),
    ifSo: '"VpcLinkStatus" is INACTIVE.',
    ifNot: '"VpcLinkStatus" is AVAILABLE.',
  }),
})
