import { nameOf } from '@/lib/naming/host'
import { suffixOf } from '@/lib/naming/suffix'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { inBoth } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const uri = (suffix: string) => ({
  template: 'two-api-chain',
  patch: inBoth(
    'outer',
    ['resources', 'p2vpcp', 'methods', 'GET', 'integration', 'uri'],
    `https://3i95y1yx06.execute-api.cn-northwest-1.${suffix}/dev/webpage-vpc`,
  ),
})

export const uriOfAnotherPartition = defineRule(
  {
    id: 'uri-of-another-partition',
    title: 'A uri with the DNS suffix of another partition',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
    says: {
      suffix:
        '{route} of {api} calls {host}, and names in {region} end in {suffix}: no API has the name that is written. Correct the uri.',
    },
    bad: { suffix: uri('amazonaws.com') },
    good: uri('amazonaws.com.cn'),
  },
  function* (doc, found) {
    for (const { id, route, uri: called, integration, methodAt } of ways(doc)) {
      const name = called && nameOf(called.host)
      if (!called || !name || (name.of !== 'execute-api' && name.of !== 'load-balancer') || name.suffixFits) continue
      const path = `${methodAt}/integration/uri`
      const suffix = suffixOf(name.region)
      const fill = { route, api: link(doc, id, path), host: called.host, region: name.region, suffix }
      const right = called.host.slice(0, -name.suffix.length) + suffix
      const value = integration.uri?.replace(called.host, right)
      const saved = !path.startsWith('/deployments/')
      const patch = [{ op: 'replace' as const, path: `${pointer(['resources', id])}${path}`, value }]
      const fix = saved ? { fix: { label: `Write ${right}, then deploy the API`, patch } } : {}
      yield found('suffix', { resource: id, path, fill, ...fix })
    }
  },
)
