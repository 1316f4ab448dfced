import { getExport, getRestApi } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const staleDeployment = defineCause('stale-deployment', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html',
  says: {
    policy:
      'The policy that the console shows may not be the deployed one: a change of the resource policy acts with the next deployment.',
    integration:
      'The integration that the console shows may not be the deployed one: a change of it acts with the next deployment.',
    test: 'The test of the saved API passes and the stage does not: what was saved is not deployed.',
  },
  checks: [{ check: 'stage.deployed', shows: ['differs'], side: 'front' }],
  fits(seen, verdict) {
    const tested = seen.others.some((o) => o.request.tool === 'test-invoke-method' && (o.answer?.status ?? 500) < 400)
    if (is(seen, 'denied') && !seen.inner && seen.denial?.policy !== 'endpoint' && seen.denial?.policy !== 'identity') {
      const told =
        /redeploy|not deployed|changed the (?:resource )?policy|updated the (?:resource )?policy|fixed the policy|console shows/i.test(
          seen.told,
        )
      return told ? verdict.likely(85, 'policy') : verdict.possible(50, 'policy')
    }
    if (is(seen, 'server-error', 'network-error') && tested) return verdict.likely(90, 'test')
    const changed = /redeploy|not deployed|changed|updated|fixed/i.test(seen.told)
    if (is(seen, 'server-error', 'network-error', 'masked')) return verdict.possible(changed ? 30 : 5, 'integration')
    return undefined
  },
  tellApart: (seen) => ({
    command: `${getExport(seen)}\n${getRestApi(seen)}`,
    ifSo: 'What the stage exports differs from what is saved.',
    ifNot: 'Both are the same.',
  }),
})
