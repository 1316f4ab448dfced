import { apiHost } from '@/lib/naming/executeApi'
import { suffixOf } from '@/lib/naming/suffix'
import type { Breakage } from './breakage'
import { apisOf } from './path'

/** The call names its API under the DNS suffix of another partition: the guide's own slip. */
export const wrongHost: Breakage = {
  name: 'wrong-host',
  label: 'Wrong Host',
  says: 'The call sends a Host with the DNS suffix of another partition; the topology stays as it is.',
  apply(doc, invocation, trace) {
    const id = apisOf(doc, trace)[0]?.id
    const api = id === undefined ? undefined : doc.resources[id]
    if (api?.physicalId === undefined || api.region === undefined) return undefined
    const right = suffixOf(api.region)
    const host = apiHost(api.physicalId, api.region)
    const wrong =
      right === 'amazonaws.com.cn'
        ? host.replace(/\.cn$/, '')
        : host.replace(new RegExp(`${right.replaceAll('.', '\\.')}$`), 'amazonaws.com.cn')
    const headers = invocation.headers.filter((h) => !['host', 'x-apigw-api-id'].includes(h.name.toLowerCase()))
    return { call: { ...invocation, headers: [...headers, { name: 'Host', value: wrong }] } }
  },
}
