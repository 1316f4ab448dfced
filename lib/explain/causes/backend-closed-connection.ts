import { executionLog } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const backendClosedConnection = defineCause('backend-closed-connection', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-network-endpoint-error',
  says: {
    log: 'The backend closed the connection before it answered: the log says "Connection is closed".',
    maybe: 'The backend may have closed the connection before it answered.',
  },
  checks: [],
  fits(seen, verdict) {
    if (/Connection is closed|Connection reset|prematurely closed/i.test(seen.words)) return verdict.certain(95, 'log')
    if (is(seen, 'network-error')) return verdict.possible(60, 'maybe')
    return is(seen, 'gateway-timeout', 'bad-gateway', 'balancer') ? verdict.possible(30, 'maybe') : undefined
  },
  tellApart: (seen) => ({
    command: executionLog(seen),
    ifSo: '"Execution failed due to a network error communicating with endpoint: Connection is closed".',
    ifNot: 'The line ends otherwise.',
  }),
})
