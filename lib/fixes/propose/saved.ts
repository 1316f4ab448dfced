import { deploying } from '@/lib/topology/deployment'
import { allHops, type Proposal, type Stopped } from '../proposal'
import { stageOf } from '../stageOf'

/** What is saved goes live: the whole of it, not only what stops the call. */
export function deploySaved(stopped: Stopped): Proposal[] {
  const { doc, trace, hop, check } = stopped
  const asked = allHops(trace.hops).filter((h) => h.kind === 'restApi' && h.n <= hop.n)
  // What an API calls is its own; anything else that stops behind it may be what it should not call.
  return asked.reverse().flatMap((api): Proposal[] => {
    const stage = stageOf(api.checks)
    const differs = api.checks.some((c) => c.id === 'stage.deployed' && (c.reason === 'differs' || c === check))
    if (stage === undefined || !differs) return []
    const label = `Deploy what is saved on ${doc.resources[api.resource]?.physicalId ?? api.resource} to ${stage}`
    return [{ label, patch: deploying(doc, api.resource, stage, {}) }]
  })
}
