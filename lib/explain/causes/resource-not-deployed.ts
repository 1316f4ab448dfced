import { resourceAt } from '../aws/resource'
import { getExport, getResources } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const resourceNotDeployed = defineCause('resource-not-deployed', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  says: {
    draft: 'The resource or method may be saved and not deployed: a stage serves what was deployed to it.',
    test: 'A test of the saved API finds the method, and the stage does not: it was not deployed since.',
    listed: 'The saved API has this path and method, and the stage answers that it has not: it was not deployed since.',
  },
  checks: [{ check: 'method.exists', reasons: ['only-saved'], side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'missing-token', 'incomplete-signature') || seen.inner) return undefined
    const signed = seen.aws.authorizationType === 'AWS_IAM'
    if (resourceAt(seen) === 'there' && !signed) return verdict.certain(92, 'listed')
    if (resourceAt(seen) === 'absent') return verdict.not('The saved API has no such path and method either.')
    const tested = seen.others.some((o) => o.request.tool === 'test-invoke-method' && (o.answer?.status ?? 500) < 500)
    if (tested) return verdict.likely(95, 'test')
    const told = /deploy|just added|new (?:resource|method|path)|console test|test button|added/i.test(seen.told)
    return told ? verdict.likely(95, 'draft') : verdict.possible(70, 'draft')
  },
  tellApart: (seen) => ({
    command: `${getResources(seen)}\n${getExport(seen)}`,
    ifSo: 'get-resources lists the path with the method, and the export of the stage does not.',
    ifNot: 'Both have it, or neither.',
  }),
})
