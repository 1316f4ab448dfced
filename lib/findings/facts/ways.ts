import { holes } from '@/lib/network/holes'
import { perDocument } from '@/lib/network/perDocument'
import { type Integration, type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { filledUri, linkOf, type Uri, uriOf } from '@/lib/trace/integration/uri'
import type { ApiCall } from '@/lib/trace/walk/next'
import { plainCall } from './calls'
import { type Forward, forwards } from './forwards'
import { type MethodOf, meantApis, methodsOf } from './snapshots'

/** What a method calls: its integration, followed to the groups behind its load balancer. */
export interface Way extends MethodOf {
  integration: Integration
  call: ApiCall
  /** Absent where the integration has no address, or one that a stage variable leaves open. */
  uri?: Uri
  /** Logical id of the VPC link, when the integration goes over one that exists. */
  link?: string
  vpcLink?: ResourceOf<'vpcLink'>
  /** What the integration calls its link, stage variables put in. */
  linkNamed?: string
  /** Stage variables that the uri asks for and the stage lacks. */
  undefinedVariables: string[]
  balancer?: string
  /** The listener on the port of the uri, with each group that it forwards to. */
  onward: Forward[]
}

export const ways = perDocument((doc): Way[] =>
  meantApis(doc)
    .flatMap(methodsOf)
    .flatMap((of) => {
      const { integration } = of.method
      if (!integration || unreadWay(doc, of)) return []
      const call = plainCall(doc, of)
      const { text, undefinedVariables } = filledUri(doc, call, integration, {})
      const uri = uriOf(text)
      const over = integration.connectionType === 'VPC_LINK' ? linkOf(doc, call, integration) : undefined
      const link = over?.id
      const vpcLink = resourceOf(doc, link, 'vpcLink')
      const balancer = vpcLink?.version === 'V2' ? integration.integrationTarget : vpcLink?.target
      const onward = forwards(doc).filter((f) => f.balancer === balancer && f.listener.port === uri?.port)
      return [
        {
          ...of,
          integration,
          call,
          onward,
          undefinedVariables,
          ...(over ? { linkNamed: over.named } : {}),
          ...(uri ? { uri } : {}),
          ...(link === undefined || !vpcLink ? {} : { link, vpcLink }),
          ...(balancer === undefined ? {} : { balancer }),
        },
      ]
    }),
)

/** Where an integration leads is not known when one of these could not be read. */
const unreadWay = (doc: TopologyDocument, { id, readAt }: MethodOf): boolean =>
  ['type', 'uri', 'connection', 'connectionType'].some(
    (field) => holes(doc, id, `${readAt}/integration/${field}`).length > 0,
  )

/** The endpoints that a way ends at: there another API begins. */
export const endpointsOf = ({ onward }: Way): string[] => [...new Set(onward.flatMap((f) => f.endpoints))]
