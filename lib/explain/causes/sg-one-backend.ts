import { describeTargetSecurity } from '../commands/aws'
import { isBehind, isHttpApi, nowAndThen } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const sgOneBackend = defineCause('sg-one-backend', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html',
  says: {
    other:
      'Over the same API {good} answers and this path does not: the security group of this one backend does not admit the VPC link.',
    maybe: 'The security group of one backend may not admit the VPC link, where others do.',
  },
  checks: [{ check: 'security-group.ingress', side: 'behind' }],
  fits(seen, verdict) {
    if (!isBehind(seen) || is(seen, 'balancer', 'bad-gateway')) return undefined
    if (/Host name '|PKIX|Connection is closed/i.test(seen.words)) return undefined
    const good = sibling(seen)
    if (good && !nowAndThen(seen)) return verdict.likely(93, 'other', { good: good.path ?? 'another path' })
    const told =
      /other (?:path|route|backend|service|integration)s? (?:work|answer|are|is)|only (?:this|one|the) (?:path|route|backend|service)/i.test(
        seen.told,
      )
    if (told) return verdict.likely(92, 'maybe')
    return isHttpApi(seen) ? verdict.possible(40, 'maybe') : verdict.possible(12, 'maybe')
  },
  tellApart: (seen) => ({
    command: describeTargetSecurity(seen),
    ifSo: 'The group of this backend has no inbound entry for the group of the VPC link on its port.',
    ifNot: 'It has the same entry as the backends that answer.',
  }),
})

/** Another path of the same API in the same paste that got an answer. */
const sibling = (seen: Seen): Seen | undefined =>
  seen.others.find(
    (o) => o.to?.host !== undefined && o.to.host === seen.to?.host && o.path !== seen.path && o.runs.good > 0,
  )
