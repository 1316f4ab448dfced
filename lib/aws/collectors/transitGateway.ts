import type { Collector } from '../site'

/** A transit gateway is named by the routes that lead to it; its attachments and tables are not read. */
export const transitGateway: Collector = (site) => async (id) => {
  const ask = `Which VPCs is ${id} attached to, and which routes does it hold?`
  const path = '/attachments'
  site.add(id, {
    kind: 'transitGateway',
    physicalId: id,
    region: site.reach.region,
    attachments: [],
    notVisible: [{ path, why: 'notInspected', ask }],
  })
  return true
}
