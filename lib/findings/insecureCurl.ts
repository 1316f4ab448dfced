import { parseCall } from '@/lib/invocation/curl/parse'
import { link } from '@/lib/trace/check'
import type { Example } from './rule'
import { defineRule } from './rule'

const host = '3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn'
const nlb = 'web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.cn-northwest-1.amazonaws.com.cn'
const expecting = (curl: string): Example => ({
  template: 'two-api-chain',
  patch: [{ op: 'add', path: '/expectations', value: [{ from: 'client-provider', curl }] }],
})

/** `--connect-to` goes the same way and proves the certificate. */
export const insecureCurl = defineRule(
  {
    id: 'insecure-curl',
    title: 'A command that checks no certificate',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
    says: {
      insecure:
        'A call expected from {caller} goes to {host} with -k: whoever stands between may answer. Call the name of the API with --connect-to, which goes the same way and checks the certificate.',
    },
    bad: { insecure: expecting(`curl -k https://${nlb}/dev/webpage-vpc -H 'Host: ${host}'`) },
    good: expecting(`curl --connect-to ${host}:443:${nlb}:443 https://${host}/dev/webpage-vpc`),
  },
  function* (doc, found) {
    for (const expected of doc.expectations ?? []) {
      if (typeof expected !== 'object' || expected === null || !('curl' in expected) || !('from' in expected)) continue
      const { curl, from } = expected
      if (typeof curl !== 'string' || typeof from !== 'string' || !doc.resources[from]) continue
      const call = parseCall(curl, { vantage: from })
      if (!call.ok || !call.invocation.options.insecure) continue
      const host = /^\w+:\/\/([^/:?#]+)/.exec(call.invocation.url)?.[1] ?? call.invocation.url
      const evidence = [{ resource: from, path: '', value: curl }]
      yield found('insecure', { resource: from, fill: { caller: link(doc, from), host }, evidence })
    }
  },
)
