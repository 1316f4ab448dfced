import type { ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { refused } from '../outcome'

export type Software = NonNullable<ResourceOf<'instance'>['software']>

export const listens = defineCheck(
  'service.listens',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html',
  {
    stated: '{service} listens on port {port}, as stated.',
    assumed: '{service} is taken to listen on port {port}: nobody stated otherwise.',
    closed:
      '{service} does not listen on port {port}, as stated: the connection is reset. Call a port that it listens on, or change the port of the target.',
  },
)

/** Which port a program listens on no AWS call shows. */
export function listensCheck(doc: TopologyDocument, id: string, software: Software | undefined, port: number): Finding {
  const fill = { service: link(doc, id, '/software'), port: String(port) }
  if (!software) return listens.pass('assumed', { fact: `port ${port}`, fill })
  const evidence = [{ resource: id, path: '/software/listens', value: software.listens }]
  if (software.listens.some((l) => l.port === port))
    return listens.pass('stated', { fact: `port ${port}`, fill, evidence })
  return listens.fail('closed', [refused], { fact: `${port} closed`, fill, evidence })
}
