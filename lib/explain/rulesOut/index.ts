import type { CauseId } from '../causes/ids'
import type { RuledOut } from '../explanation'
import { isBehind } from '../seen/questions'
import { is, type Seen } from '../seen/seen'

const dns: CauseId[] = [
  'dns-wrong-suffix',
  'onprem-no-private-dns',
  'search-domain-appended',
  'resolver-drops-private-answers',
]
const packets: CauseId[] = ['endpoint-sg-443', 'caller-sg-egress', 'lambda-sg-egress', 'no-route-to-public-address']
const tls: CauseId[] = [
  'tls-name-mismatch-passthrough',
  'tls-name-mismatch-alias',
  'tls-certificate-expired',
  'https-to-plain-http-port',
]
const policies: CauseId[] = [
  'resource-policy-explicit-deny',
  'resource-policy-implicit-deny',
  'resource-policy-sourceip-on-private',
  'endpoint-policy-explicit-deny',
  'endpoint-policy-implicit-deny',
]
const selection: CauseId[] = [
  'host-wrong-suffix',
  'endpoint-no-api-named',
  'no-such-api',
  'no-such-stage',
  'public-api-through-private-dns',
  'default-endpoint-disabled',
]
const signing: CauseId[] = ['missing-signature', 'signature-host-mismatch', 'signature-expired', 'wrong-secret']
const method: CauseId[] = ['no-such-resource-or-method', 'resource-not-deployed', 'stage-repeated-in-custom-domain']
const key: CauseId[] = ['api-key-missing', 'waf-blocked', 'mutual-tls']

interface Rule {
  when: (seen: Seen) => boolean
  says: string
  causes: CauseId[]
}

/** What an outcome leaves no room for, from the caller on inwards. */
const rules: Rule[] = [
  {
    when: (seen) => is(seen, 'dns'),
    says: 'Nothing was sent: groups, routes, certificates, policies and stages were never asked.',
    causes: [
      ...packets,
      'nacl',
      ...tls,
      ...policies,
      ...selection.filter((id) => id !== 'no-such-api'),
      ...signing,
      ...method,
      ...key,
    ],
  },
  {
    when: (seen) => is(seen, 'timeout', 'no-answer', 'unreachable'),
    says: 'No answer came: API Gateway was not reached, so no policy, stage, key or signature is the reason. A refusal would have come at once, so the port is not just closed.',
    causes: [...policies, ...selection, ...signing, ...method, ...key, 'port-closed'],
  },
  {
    when: (seen) => is(seen, 'timeout', 'no-answer') && seen.leads === 'private',
    says: 'The name led to private addresses, so DNS does its work.',
    causes: [...dns, 'dns-no-private-answer', 'no-route-to-public-address'],
  },
  {
    when: (seen) => is(seen, 'refused'),
    says: 'The refusal came from the other side: name and routes pass, and security groups and network ACLs never refuse, they drop.',
    causes: [
      ...dns,
      'dns-no-private-answer',
      ...packets,
      'nacl',
      ...policies,
      ...selection,
      ...signing,
      ...method,
      ...key,
    ],
  },
  {
    when: (seen) => seen.sort.startsWith('tls') || is(seen, 'reset'),
    says: 'The connection was made: name, routes, groups and network ACLs pass. No request was sent, so no policy, stage or key was asked.',
    causes: [...packets, 'nacl', ...policies, ...selection, ...signing, ...method, 'api-key-missing', 'waf-blocked'],
  },
  {
    when: (seen) => is(seen, 'tls-name', 'tls-untrusted', 'tls-plain', 'tls-version', 'tls-client-certificate'),
    says: 'The caller complains of something else than the date of the certificate.',
    causes: ['tls-certificate-expired'],
  },
  {
    when: (seen) => answers(seen),
    says: 'An answer came: name, route, groups, network ACLs and TLS on the side of the caller pass.',
    causes: [
      // On premises, with public DNS, the default name of a private API is answered with 403.
      ...dns.filter((id) => id !== 'onprem-no-private-dns'),
      ...packets,
      ...tls.filter((id) => id !== 'tls-certificate-expired' && id !== 'https-to-plain-http-port'),
      'port-closed',
    ],
  },
  {
    when: (seen) => is(seen, 'forbidden') && !seen.inner,
    says: 'A policy would answer {"Message":"User: …"}, a missing signature or path {"message":"Missing Authentication Token"}.',
    causes: [...policies, ...signing, ...method.filter((id) => id !== 'stage-repeated-in-custom-domain')],
  },
  {
    when: (seen) => is(seen, 'missing-token', 'incomplete-signature') && !seen.inner,
    says: 'API and stage were found; a policy, a key or a bad signature answers otherwise.',
    causes: [...policies, ...selection, ...key, 'signature-host-mismatch', 'signature-expired', 'wrong-secret'],
  },
  {
    when: (seen) => is(seen, 'denied') && !seen.inner,
    says: 'API, stage and method were found, and the policies were asked: none of the steps before is the reason.',
    causes: [...selection, ...method, ...signing, ...key],
  },
  {
    when: (seen) => is(seen, 'signature', 'signature-expired', 'token', 'scope') && !seen.inner,
    says: 'API and stage were found, and a signature arrived; the policies come after it.',
    causes: [...policies, ...selection, ...method, ...key, 'missing-signature'],
  },
  {
    when: (seen) => is(seen, 'signature'),
    says: 'A signature that is too old answers "Signature expired".',
    causes: ['signature-expired'],
  },
  {
    when: (seen) => is(seen, 'masked') || (seen.inner && is(seen, 'forbidden', 'missing-token', 'denied')),
    says: 'The API that was called let the call in and called its backend: its own policies, stage, method and key pass.',
    causes: [
      ...policies,
      'no-such-stage',
      'no-such-api',
      'public-api-through-private-dns',
      'host-wrong-suffix',
      'default-endpoint-disabled',
      ...signing,
      ...key,
    ],
  },
  {
    when: (seen) => isBehind(seen),
    says: 'API, stage, method, policies and key pass: the failure lies between API Gateway and the backend.',
    causes: [...policies, ...selection, ...signing, ...method, ...key],
  },
  {
    when: (seen) => is(seen, 'network-error'),
    says: 'An answer that comes too late says "Endpoint request timed out".',
    causes: ['integration-slow-backend'],
  },
  {
    when: (seen) => /Host name '[^']+' does not match the certificate/.test(seen.words),
    says: 'A certificate came back: the VPC link, the load balancer and its target were reached.',
    causes: [
      'vpc-link-failed',
      'vpc-link-v2-inactive',
      'target-refuses-or-unhealthy',
      'target-drops-packets',
      'no-listener-on-port',
      'nlb-sg-enforced-on-privatelink',
      'nlb-zone-without-target',
      'client-ip-preservation',
    ],
  },
]

const answers = (seen: Seen): boolean => seen.answer !== undefined && !is(seen, 'proxy-answer', 'none')

/** What the outcome rules out, said before the causes. */
export const ruledOut = (seen: Seen): RuledOut[] =>
  rules.filter((rule) => rule.when(seen)).map(({ says, causes }) => ({ says, causes: [...causes] }))
