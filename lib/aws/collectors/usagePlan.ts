import { pages } from '../batch'
import type { Site } from '../site'
import { set, taggedBy } from './tags'

/** Reads the usage plans of an API: only where a method needs a key. Keys and their values are never read. */
export async function usagePlansOf(site: Site, api: string): Promise<void> {
  try {
    const plans = await site.shared(usagePlans)
    for (const plan of plans) {
      const { id } = plan
      if (id === undefined || !plan.apiStages?.some((s) => s.apiId === api)) continue
      const apiStages = (plan.apiStages ?? []).flatMap(({ apiId, stage }) =>
        apiId === undefined || stage === undefined ? [] : [{ restApi: apiId, stage }],
      )
      for (const { restApi } of apiStages) if (restApi !== api) site.survey.name('restApi', restApi, site.reach.region)
      site.add(id, {
        kind: 'usagePlan',
        ...taggedBy(plan.tags),
        name: plan.name ?? id,
        physicalId: id,
        ...site.place,
        apiStages,
        apiKeys: [],
        ...set({ throttle: plan.throttle, quota: plan.quota }),
        notVisible: [
          {
            path: '/apiKeys',
            why: 'masked',
            ask: `Is the key of the call in the usage plan ${id}? Keys are never read.`,
          },
        ],
      })
    }
  } catch (error) {
    site.survey.unseen(site.reach, 'usagePlan', error)
  }
}

async function usagePlans(site: Site) {
  const { client, sdk } = await site.clients.apigateway()
  return pages(async (position) => {
    const page = await client.send(new sdk.GetUsagePlansCommand({ limit: 500, position }))
    return { items: page.items, next: page.position }
  })
}
