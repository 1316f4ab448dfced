import { titleOf } from '@/components/outline/tree'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Branch, Hop } from '@/lib/trace/trace'

/** What a branch goes to: a resource by its title, a deployment or an answer of DNS by its own word. */
export const wayName = (document: TopologyDocument, { to }: Branch): string =>
  document.resources[to] ? titleOf(document, to) : to

/** The ways of a hop as a screen reader says them after its name; nothing where the path does not part. */
export const waysWords = (document: TopologyDocument, { branches = [] }: Hop): string =>
  branches.length === 0 ? '' : `, ${branches.length} ways: ${endsWords(document, branches)}`

/** Each way with its share and its end. */
export const endsWords = (document: TopologyDocument, branches: Branch[]): string =>
  branches
    .map((branch) => {
      const share = shareWords(branch)
      return `${wayName(document, branch)}${share === '' ? '' : ` (${share})`} ${said[branch.verdict]}`
    })
    .join(', ')

/** No share: no page of AWS says how the ways are chosen. */
export const shareWords = ({ share }: Branch): string =>
  share === undefined ? '' : `${Number((share * 100).toFixed(1))} %`

const said = { reaches: 'reaches', blocked: 'blocked', unknown: 'not known' } satisfies Record<
  Branch['verdict'],
  string
>
