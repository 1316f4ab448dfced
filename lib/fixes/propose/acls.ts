import { type ResourceOf, resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, before, type Propose, type Stopped } from '../proposal'
import { asBlock, blocksOf } from '../sources'

type Entry = ResourceOf<'networkAcl'>['entries'][number]

/** Entries before the one that refuses, for the addresses and ports of this passage. */
const allow =
  (egress: boolean): Propose =>
  (stopped) => {
    const { doc, check } = stopped
    const id = aboutOf(stopped)
    const acl = resourceOf(doc, id, 'networkAcl')
    const [, address, from, to] = /(?:to|from) ([\d.:a-f/]+), tcp (\d+)(?:-(\d+))?/.exec(check.says) ?? []
    if (!acl || address === undefined || from === undefined) return []
    const portRange = { from: Number(from), to: Number(to ?? from) }
    const taken = new Set(acl.entries.filter((e) => e.egress === egress).map((e) => e.ruleNumber))
    const lowest = Math.min(100, ...taken)
    const entries = peersOf(stopped, asBlock(address)).map(
      (cidrBlock, i): Entry => ({
        ruleNumber: Math.max(1, lowest - 1 - i),
        egress,
        protocol: 'tcp',
        portRange,
        cidrBlock,
        ruleAction: 'allow',
      }),
    )
    const words = `tcp ${from}${to === undefined ? '' : `-${to}`} ${egress ? 'to' : 'from'} ${entries.map((e) => e.cidrBlock).join(', ')}`
    const path = pointer(['resources', id, 'entries', '-'])
    return [
      {
        label: `Allow ${words} in ${acl.physicalId ?? id}`,
        patch: entries.map((value) => ({ op: 'add', path, value })),
      },
    ]
  }

/** Every address at the end that the refused one belongs to: a call may take any of them. */
function peersOf(stopped: Stopped, address: string): string[] {
  const { doc, trace, hop } = stopped
  const ends = [hop, before(stopped), trace.hops.find((h) => h.n === hop.n + 1)]
  const all = ends.map((end) => blocksOf(doc, end, trace.invocation.vantage)).find((blocks) => blocks.includes(address))
  return all ?? [address]
}

export const leaves = allow(true)
export const enters = allow(false)
