import { again, atHost } from '../commands/again'
import { suffixWrong, withSuffix } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const dnsWrongSuffix = defineCause('dns-wrong-suffix', {
  docs: 'https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html',
  says: {
    suffix: 'The name {host} has the DNS suffix of another partition, so no DNS server knows it. The name is {right}.',
  },
  checks: [{ check: 'dns.name', reasons: ['wrong-partition'] }],
  fits(seen, verdict) {
    if (!is(seen, 'dns') || !seen.to || !suffixWrong(seen.to)) return undefined
    return verdict.likely(95, 'suffix', { host: seen.to.host, right: withSuffix(seen.to) })
  },
  tellApart(seen) {
    const right = seen.to ? withSuffix(seen.to) : 'NAME'
    return {
      command: again(seen, { url: atHost(seen, right) }),
      ifSo: `${right} resolves, and the call gets an answer.`,
      ifNot: 'Could not resolve host, as before.',
    }
  },
})
