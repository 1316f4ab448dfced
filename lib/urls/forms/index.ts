import { alias } from './alias'
import { customDomain } from './customDomain'
import { edge } from './edge'
import { endpointHeader } from './endpointHeader'
import { endpointHost } from './endpointHost'
import { endpointZonal } from './endpointZonal'
import type { FormRule } from './form'
import { nlb } from './nlb'
import { nlbConnectTo } from './nlbConnectTo'
import { nlbHeader } from './nlbHeader'
import { nlbHost } from './nlbHost'
import { privateDns } from './privateDns'
import { regional } from './regional'

/**
 * Every form, the better one first: names that need nothing beside them, then those with a header, then the load
 * balancers. `Host` comes before `x-apigw-api-id`, which may travel on to an inner API.
 */
export const forms: readonly FormRule[] = [
  customDomain,
  privateDns,
  regional,
  edge,
  alias,
  endpointHost,
  endpointHeader,
  endpointZonal,
  nlb,
  nlbConnectTo,
  nlbHost,
  nlbHeader,
]
