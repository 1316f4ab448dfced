import { deploying, stageOf } from '../deployment'
import type { Proposal, Stopped } from '../proposal'

/** What is saved goes live: the whole of it, not only what stops the call. */
export function deploySaved({ doc, hop }: Stopped): Proposal[] {
  const stage = stageOf(hop.checks)
  const differs = hop.checks.some((c) => c.id === 'stage.deployed' && c.reason === 'differs')
  if (stage === undefined || !differs) return []
  return [{ label: `Deploy what is saved to ${stage}`, patch: deploying(doc, hop.resource, stage, {}) }]
}
