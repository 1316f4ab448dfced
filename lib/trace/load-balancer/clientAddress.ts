import { holes } from '@/lib/network/holes'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const clientAddress = defineCheck(
  'load-balancer.client-address',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  {
    node: 'Targets of {group} see the address of the node.',
    link: 'Over a VPC link targets see the address of the node, whatever {group} preserves.',
    preserved: 'Targets of {group} see the address of the caller, {source}.',
    'endpoint-targets':
      '{group} preserves the address of the caller, which cuts the connection where targets are interfaces of an endpoint. Turn preserve_client_ip.enabled off.',
    'endpoint-targets-link':
      '{group} preserves the address of the caller in front of interfaces of an endpoint, which is not supported, and over a VPC link preservation has no effect. Which of the two counts is not documented.',
    hairpin:
      'The caller is itself a target of {group}, which preserves its address: packets from itself to itself are dropped. Turn preserve_client_ip.enabled off.',
    'not-visible': 'Whether {group} preserves the address of the caller is not known.',
    translated:
      'The caller comes through a VPN that puts another address in its place, and {group} preserves it: answers may go past the load balancer.',
  },
)

export type AddressWord =
  | 'node'
  | 'link'
  | 'preserved'
  | 'endpoint-targets'
  | 'endpoint-targets-link'
  | 'hairpin'
  | 'translated'
  | 'not-visible'

/** Whom the targets see. */
export function clientAddressCheck(doc: TopologyDocument, group: string, word: AddressWord, source: string): Finding {
  const fill = { group: link(doc, group, '/attributes'), source }
  const attributes = resourceOf(doc, group, 'targetGroup')?.attributes
  const evidence = [{ resource: group, path: '/attributes', value: attributes }]
  const parts = {
    fact: word === 'node' || word === 'link' ? 'source: node' : 'source: caller',
    fill,
    resource: group,
    evidence,
  }
  const gap = (ask: string) => [{ resource: group, path: '/attributes', why: 'notModelled' as const, ask }]
  switch (word) {
    case 'node':
    case 'link':
    case 'preserved':
      return clientAddress.pass(word, parts)
    case 'endpoint-targets':
      return clientAddress.fail(word, [timeout], parts)
    case 'hairpin':
      return clientAddress.fail(word, [timeout], { fact: parts.fact, fill, evidence })
    case 'endpoint-targets-link':
      return clientAddress.unknown(
        word,
        gap('Does preservation cut traffic that comes over a VPC link?'),
        [timeout],
        parts,
      )
    case 'not-visible':
      return clientAddress.unknown(word, holes(doc, group, '/attributes'), [timeout], parts)
    case 'translated':
      return clientAddress.unknown(
        word,
        gap('Do answers to the translated address pass the load balancer?'),
        [timeout],
        { fact: parts.fact, fill, evidence },
      )
  }
}
