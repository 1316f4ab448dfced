import { resourcesOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { called, type Propose } from '../proposal'
import { stageOf } from '../stageOf'

/** The plan that has the key is given the stage: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html */
export const apiKey: Propose = ({ doc, hop }) => {
  const stage = stageOf(hop.checks)
  if (stage === undefined) return []
  return resourcesOf(doc, 'usagePlan').flatMap(([id, plan]) => {
    const covered = plan.apiStages.some((s) => s.restApi === hop.resource && s.stage === stage)
    if (covered || !plan.apiKeys.some((key) => key.enabled)) return []
    return [
      {
        label: `Add stage ${stage} of ${called(doc, hop.resource)} to the usage plan ${called(doc, id)}`,
        patch: [
          { op: 'add', path: pointer(['resources', id, 'apiStages', '-']), value: { restApi: hop.resource, stage } },
        ],
      },
    ]
  })
}
