import type { Missing } from '@/lib/known/known'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const hidden = defineCheck(
  'route.hidden',
  'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  {
    'not-visible': 'Whether packets arrive at {place} is not known: its interfaces could not be read.',
  },
)

/** Nobody could read where the place stands: a gate that may be open or closed. */
export const hiddenCheck = (doc: TopologyDocument, id: string, missing: Missing[]): Finding =>
  hidden.unknown('not-visible', missing, [timeout], { fact: 'not known', fill: { place: link(doc, id) } })
