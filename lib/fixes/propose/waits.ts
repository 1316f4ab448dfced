import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, called, type Proposal, type Propose, type Stopped } from '../proposal'
import { integrating } from './integrations'

/** More than this needs a quota: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const integrationMaxMs = 29_000

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html */
const idleMaxSeconds = 4000

const takes = ({ check }: Stopped) => Number(/after (\d+) ms/.exec(check.says)?.[1] ?? Number.NaN)

/** An integration that waits as long as the backend takes. */
export const timeout: Propose = (stopped) => {
  const ms = takes(stopped)
  if (!(ms <= integrationMaxMs)) return []
  return integrating(
    stopped,
    ({ name }) => `Let the integration of ${name} wait ${integrationMaxMs} ms`,
    (integration) => ({ ...integration, timeoutInMillis: integrationMaxMs }),
  )
}

export const idle: Propose = (stopped) => {
  const { doc } = stopped
  const id = aboutOf(stopped)
  const balancer = resourceOf(doc, id, 'loadBalancer')
  // A second more than it takes: at the very moment either may come first.
  const seconds = Math.ceil(takes(stopped) / 1000) + 1
  if (!balancer || !(seconds <= idleMaxSeconds)) return []
  const value = { ...balancer.attributes, 'idle_timeout.timeout_seconds': String(seconds) }
  return [
    {
      label: `Let ${called(doc, id)} keep idle connections for ${seconds} s`,
      patch: [{ op: 'add', path: pointer(['resources', id, 'attributes']), value }],
    },
  ]
}

/** The caller's own limit. */
export const inTime: Propose = (stopped): Proposal[] => {
  const { invocation } = stopped.trace
  const maxTime = Math.ceil(takes(stopped) / 1000) + 1
  if (Number.isNaN(maxTime)) return []
  return [
    {
      label: `Wait ${maxTime} s (-m ${maxTime})`,
      call: { ...invocation, options: { ...invocation.options, maxTime } },
    },
  ]
}
