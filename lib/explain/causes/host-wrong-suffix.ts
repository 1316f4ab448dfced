import { again } from '../commands/again'
import { suffixWrong, withSuffix } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const hostWrongSuffix = defineCause('host-wrong-suffix', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
  says: {
    host: 'Host {host} has the DNS suffix of another partition and so names no API. In this region it is {right}.',
  },
  checks: [{ check: 'api-selection.api', reasons: ['wrong-suffix'], side: 'front' }],
  fits(seen, verdict) {
    const { host } = seen
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.apiHeader !== undefined || !host || !suffixWrong(host))
      return undefined
    return verdict.likely(95, 'host', { host: host.host, right: withSuffix(host) })
  },
  tellApart(seen) {
    const right = seen.host ? withSuffix(seen.host) : 'NAME'
    return {
      command: again(seen, { host: right }),
      ifSo: 'The answer is no longer {"message":"Forbidden"}.',
      ifNot: '{"message":"Forbidden"}, as before.',
    }
  },
})
