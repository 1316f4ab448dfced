import { pointer } from '@/lib/topology/pointer'
import type { Breakage } from './breakage'

/** The endpoint that answers for the name of the call stops doing so. */
export const privateDns: Breakage = {
  name: 'private-dns',
  label: 'Private DNS',
  says: 'Private DNS of the endpoint is off, so its VPC no longer answers the name of the API.',
  apply(doc, _invocation, trace) {
    const named = trace.hops[0]?.checks.find((c) => c.id === 'dns.name' && c.reason === 'private-dns')
    const endpoint = named?.evidence.find((e) => e.path === '/privateDnsEnabled')?.resource
    if (endpoint === undefined) return undefined
    const label = `Break: private DNS of ${doc.resources[endpoint]?.physicalId ?? endpoint} off`
    return {
      edit: {
        label,
        patch: [{ op: 'replace', path: pointer(['resources', endpoint, 'privateDnsEnabled']), value: false }],
      },
    }
  },
}
