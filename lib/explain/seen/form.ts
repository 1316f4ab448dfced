import type { Invocation } from '@/lib/invocation/invocation'
import { nameOf } from '@/lib/naming/host'
import type { Form } from '@/lib/urls/invokeUrl'
import type { Seen } from './seen'

/** Which of the ways to name a private API the call uses, as far as the paste shows it. */
export function formOf(
  to: Seen['to'],
  host: string | undefined,
  apiHeader: string | undefined,
  leads: Seen['leads'],
  invocation: Invocation | undefined,
): Form | undefined {
  if (!to) return undefined
  const elsewhere = invocation?.options.connectTo?.[0]?.toHost
  if (elsewhere !== undefined && nameOf(elsewhere).of === 'load-balancer') return 'nlb-connect-to'
  const { name } = to
  if (name.of === 'load-balancer') {
    if (apiHeader !== undefined) return 'nlb-header'
    return host !== undefined && host !== to.host ? 'nlb-host' : 'nlb'
  }
  if (name.of === 'other') return /amazonaws/.test(name.name) || !name.name.includes('.') ? undefined : 'custom-domain'
  if (name.of !== 'execute-api') return undefined
  switch (name.form) {
    case 'alias':
      return 'alias'
    case 'endpoint':
      if (name.zone !== undefined) return 'endpoint-zonal'
      if (apiHeader !== undefined) return 'endpoint-header'
      return host !== undefined && host !== to.host ? 'endpoint-host' : undefined
    case 'api':
      if (leads === 'private') return 'private-dns'
      return leads === 'public' ? 'regional' : undefined
    default:
      return undefined
  }
}
