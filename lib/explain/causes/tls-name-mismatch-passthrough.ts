import { again } from '../commands/again'
import { isBalancer } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const tlsNameMismatchPassthrough = defineCause('tls-name-mismatch-passthrough', {
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  says: {
    seen: 'A TCP listener hands the connection through: the certificate is {subject}, that of the endpoint behind, and it does not cover the name of the load balancer, {host}.',
    behind:
      'The name called is that of a load balancer, {host}. Behind a TCP listener the certificate is that of what stands behind it, which does not cover that name.',
  },
  checks: [{ check: 'tls.certificate', reasons: ['mismatch', 'no-name'] }],
  fits(seen, verdict) {
    if (!is(seen, 'tls-name') || !isBalancer(seen.to)) return undefined
    const subject = subjectOf(seen)
    const host = seen.to?.host ?? ''
    return subject !== undefined && /execute-api/.test(subject)
      ? verdict.certain(95, 'seen', { subject, host })
      : verdict.likely(90, 'behind', { host })
  },
  tellApart(seen) {
    const api = seen.request.api ?? 'API_ID'
    const name = seen.to?.name
    const own =
      name?.of === 'load-balancer'
        ? `${api}.execute-api.${name.region}.${name.suffix}`
        : `${api}.execute-api.REGION.amazonaws.com`
    const url = (seen.request.url ?? 'https://x/').replace(/^https?:\/\/[^/?#]*/i, `https://${own}`)
    return {
      command: again(seen, {
        url,
        host: null,
        header: { name: 'x-apigw-api-id', value: '' },
        options: ['--connect-to', `${own}:443:${seen.to?.host ?? 'LOAD_BALANCER'}:443`],
      }),
      ifSo: 'The certificate matches the name of the API, and the API answers.',
      ifNot: 'The certificate does not match that name either: another server stands behind the load balancer.',
    }
  },
})

const subjectOf = (seen: Seen): string | undefined => seen.certificate?.subject ?? seen.certificate?.names?.[0]
