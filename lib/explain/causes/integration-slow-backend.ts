import { executionLog } from '../commands/aws'
import { isBalancer } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const integrationSlowBackend = defineCause('integration-slow-backend', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-504-errors',
  says: {
    timeout:
      'The connection to the backend was made, and its answer came later than timeoutInMillis, 29 seconds unless set otherwise.',
    waits: 'The request was sent, and the caller stopped waiting before an answer came.',
    status: 'A 504 may mean that the backend answers later than timeoutInMillis.',
  },
  checks: [{ check: 'integration.timeout' }],
  fits(seen, verdict) {
    if (is(seen, 'timed-out')) return verdict.likely(90, 'timeout')
    if (is(seen, 'gateway-timeout')) return verdict.likely(75, 'status')
    if (/timeout error|Endpoint request timed out/i.test(seen.words)) return verdict.likely(90, 'timeout')
    return is(seen, 'no-answer') && !isBalancer(seen.to) ? verdict.likely(70, 'waits') : undefined
  },
  tellApart: (seen) => ({
    command: executionLog(seen),
    ifSo: '"Sending request to" is followed by "Execution failed due to a timeout error" after the whole of timeoutInMillis, and the backend\'s own log shows the request.',
    ifNot: 'The backend never saw the request.',
  }),
})
