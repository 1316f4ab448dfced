import { isHttpApi, nowAndThen } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const staleCloudMapInstance = defineCause('stale-cloud-map-instance', {
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
  says: {
    shown: 'The service registry lists {stale}, which no running task has: a call that takes it fails.',
    sometimes:
      'The service registry may still list a task that has stopped: a call that takes it fails, the others succeed.',
    maybe: 'If the integration leads to a Cloud Map service: the registry may still list a task that has stopped.',
  },
  checks: [{ check: 'target.registered', shows: ['some'] }],
  fits(seen, verdict) {
    if (!is(seen, 'unavailable', 'gateway-timeout', 'server-error')) return undefined
    const told = /cloud ?map|service ?discovery|discover-instances|servicediscovery/i.test(`${seen.told} ${seen.words}`)
    const { discovered, runningTasks } = seen.aws
    if (!isHttpApi(seen) && !told && !discovered)
      return is(seen, 'unavailable') && seen.answer?.headed === false ? verdict.possible(30, 'maybe') : undefined
    if (discovered && runningTasks) {
      const stale = discovered.flatMap((d) => d.address ?? []).filter((a) => !runningTasks.includes(a))
      return stale.length > 0
        ? verdict.certain(95, 'shown', { stale: stale.join(', ') })
        : verdict.not('Every registered instance is a running task.')
    }
    if (nowAndThen(seen)) return verdict.likely(told ? 95 : 90, 'sometimes')
    return told ? verdict.likely(85, 'maybe') : verdict.possible(45, 'maybe')
  },
  tellApart: () => ({
    command:
      'aws servicediscovery discover-instances --namespace-name NAMESPACE --service-name SERVICE\naws ecs describe-tasks --cluster CLUSTER --tasks $(aws ecs list-tasks --cluster CLUSTER --service-name SERVICE --query taskArns --output text)',
    ifSo: 'An "AWS_INSTANCE_IPV4" is listed that no RUNNING task has.',
    ifNot: 'Every listed address is that of a RUNNING task.',
  }),
})
