import { getWebAcl } from '../commands/aws'
import { accessField } from '../read/accessLog'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

/** Text in a request that the managed rule groups look for. */
const suspicious =
  /<script|%3Cscript|\bor\b\s*'?1'?\s*=\s*'?1|union\s+select|\.\.\/|%2e%2e|\$\{jndi|\/etc\/passwd|onerror=|exec\(|cmd\.exe|xp_cmdshell/i

export const wafBlocked = defineCause('waf-blocked', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  says: {
    log: 'AWS WAF refused the call before the stage: the log says so.',
    content: 'The request holds what rules of AWS WAF look for, and WAF answers before the stage does.',
    maybe: 'A web ACL of the stage may refuse the call: AWS WAF answers with the same text.',
  },
  checks: [{ check: 'stage.web-acl', shows: ['opaque'] }],
  fits(seen, verdict) {
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.inner) return undefined
    const entry = seen.access ?? {}
    const type = accessField(entry, 'responsetype', 'errorresponsetype', 'errortype', 'gatewayresponsetype')
    const waf = accessField(entry, 'wafstatus', 'wafresponsecode', 'wafresponse')
    if (type === 'WAF_FILTERED' || waf === '403' || waf === 'WAF_BLOCK') return verdict.certain(96, 'log')
    if (type !== undefined) return undefined
    const told = /\bwaf\b|web acl/i.test(seen.told)
    if (suspicious.test(requestText(seen))) return verdict.likely(93, 'content')
    const sameUrl = seen.others.some((o) => o.runs.good > 0 && o.to?.host === seen.to?.host && o.path === seen.path)
    if (told || (sameUrl && seen.leads !== 'private')) return verdict.likely(88, 'maybe')
    return verdict.possible(40, 'maybe')
  },
  tellApart: (seen) => ({
    command: getWebAcl(seen),
    ifSo: 'A web ACL is attached, and its sampled requests show this call as blocked.',
    ifNot: 'null: no web ACL is attached.',
  }),
})

const requestText = (seen: Seen): string => {
  const url = seen.request.url ?? ''
  const plain = url.replaceAll(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return `${url} ${plain.replaceAll('+', ' ')} ${seen.invocation?.body ?? ''} ${(seen.request.headers ?? []).map((h) => h.value).join(' ')}`
}
