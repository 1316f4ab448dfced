import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { inBoth } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const skipping = (value: boolean) => ({
  template: 'two-api-chain',
  patch: inBoth('outer', ['resources', 'p2vpcp', 'methods', 'GET', 'integration', 'tlsConfig'], {
    insecureSkipVerification: value,
  }),
})

/** It skips the check of the authority alone; people set it to cure a host name, which it does not. */
export const insecureSkipVerification = defineRule(
  {
    id: 'insecure-skip-verification',
    title: 'An integration that trusts any authority',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html',
    says: {
      skips:
        '{route} of {api} accepts a certificate of {host} from any authority, so whoever stands between may answer. It does not cure a wrong host name, which is checked all the same. Turn insecureSkipVerification off where the certificate is a public one.',
    },
    bad: { skips: skipping(true) },
    good: skipping(false),
  },
  function* (doc, found) {
    for (const { id, route, integration, methodAt, uri } of ways(doc)) {
      if (integration.tlsConfig?.insecureSkipVerification !== true || uri?.scheme !== 'https') continue
      const path = `${methodAt}/integration/tlsConfig/insecureSkipVerification`
      const patch = [{ op: 'replace' as const, path: `${pointer(['resources', id])}${path}`, value: false }]
      const fix = path.startsWith('/deployments/') ? {} : { fix: { label: 'Verify it, then deploy the API', patch } }
      yield found('skips', { resource: id, path, fill: { route, api: link(doc, id, path), host: uri.host }, ...fix })
    }
  },
)
