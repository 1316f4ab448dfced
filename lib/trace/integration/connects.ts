import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { refused } from '../outcome'
import type { Software } from '../service/listens'

export const connects = defineCheck(
  'integration.connects',
  'https://repost.aws/knowledge-center/api-gateway-network-endpoint-error',
  {
    stated: '{backend} listens on port {port}, as stated, and {api} connects to it.',
    assumed: '{backend} is taken to listen on port {port}: nobody stated otherwise.',
    closed:
      '{api} cannot connect to its backend: {backend} does not listen on port {port}, as stated. Start it, or change the port of the uri.',
  },
)

/** The gateway's own connection over the internet: when nobody listens it answers for the backend. */
export function connectsCheck(
  doc: TopologyDocument,
  api: string,
  backend: string,
  software: Software | undefined,
  port: number,
): Finding {
  const fill = { api: link(doc, api), backend: link(doc, backend, '/software'), port: String(port) }
  const parts = { fill, resource: api }
  if (!software) return connects.pass('assumed', { ...parts, fact: `port ${port}` })
  const evidence = [{ resource: backend, path: '/software/listens', value: software.listens }]
  if (software.listens.some((l) => l.port === port))
    return connects.pass('stated', { ...parts, fact: `port ${port}`, evidence })
  return connects.fail('closed', [refused], { ...parts, fact: `${port} closed`, evidence })
}
