import type { Evidence, Missing } from '@/lib/known/known'
import type { TopologyDocument } from '@/lib/topology/document'
import { sentence } from './sentence'
import type { Check, Layer, Noun, Outcome } from './trace'

/** A noun of a sentence: plain text, or a link to a resource and the field it speaks of. */
export type Fill = string | Noun

/** A check as it is written down: its sentences by reason, and the AWS page that gives the rule. */
export interface CheckRule {
  id: string
  layer: Layer
  docs: string
  says: Readonly<Record<string, string>>
}

/** What a check found. `outcomes`: what the caller sees if the call stops here; several where nothing tells which. */
export interface Finding {
  rule: CheckRule
  verdict: 'pass' | 'fail' | 'unknown'
  reason: string
  /** Worked out when the finding is printed: of several ways that all pass only one is. */
  parts: Parts | (() => Parts)
  missing: Missing[]
  outcomes: Outcome[]
  /** Where the call goes on is not known, so nothing that comes after is certain. */
  turning?: true
}

export interface Parts {
  /** Two or three words for a cell of the hop strip. */
  fact: string
  fill?: Record<string, Fill>
  evidence?: Evidence[]
  /** What the check is about, when that is not the hop's own resource. */
  resource?: string
}

/** Declares a check. `id` is `<layer>.<name>`: public, never renamed. */
export function defineCheck<const S extends Record<string, string>>(id: `${Layer}.${string}`, docs: string, says: S) {
  type Reason = keyof S & string
  const rule: CheckRule = { id, layer: layerOf(id), docs, says }
  const found = (
    verdict: Finding['verdict'],
    reason: Reason,
    parts: Finding['parts'],
    outcomes: Outcome[] = none,
    missing: Missing[] = none,
  ): Finding => ({ rule, verdict, reason, parts, missing, outcomes })
  return {
    ...rule,
    pass: (reason: Reason, parts: Finding['parts']) => found('pass', reason, parts),
    fail: (reason: Reason, outcomes: Outcome[], parts: Finding['parts']) => found('fail', reason, parts, outcomes),
    unknown: (reason: Reason, missing: Missing[], outcomes: Outcome[], parts: Finding['parts']) =>
      found('unknown', reason, parts, outcomes, missing),
  }
}

const none: never[] = []

export const partsOf = (finding: Finding): Parts =>
  typeof finding.parts === 'function' ? finding.parts() : finding.parts

/** An unknown that is no gate but a turning: the way that is followed may be another. */
export const asTurning = (finding: Finding): Finding =>
  finding.verdict === 'unknown' ? { ...finding, turning: true } : finding

export const turningIf = (condition: boolean, finding: Finding): Finding => (condition ? asTurning(finding) : finding)

function layerOf(id: `${Layer}.${string}`): Layer {
  const [layer] = id.split('.')
  return layer as Layer
}

/** The finding as the trace prints it. */
export function checkOf(finding: Finding): Check {
  const { rule, verdict, reason } = finding
  const { fact, fill = {}, evidence = none, resource } = partsOf(finding)
  const { text, nouns } = sentence(rule.says[reason] ?? '', fill)
  const check: Check = {
    id: rule.id,
    hop: rule.layer,
    verdict,
    says: text,
    reason,
    fact,
    nouns,
    evidence,
    docs: rule.docs,
  }
  if (resource !== undefined) check.resource = resource
  return check
}

/** A link to a resource under the id that AWS knows it by; whole, never shortened. */
export function link(doc: TopologyDocument, id: string, path?: string): Fill {
  const resource = doc.resources[id]
  if (!resource) return id
  const named = resource.kind === 'loadBalancer' || resource.kind === 'targetGroup' || resource.kind === 'ecsService'
  const text = (named ? resource.name : undefined) ?? resource.physicalId ?? resource.name ?? id
  return { text, resource: id, ...(path === undefined ? {} : { path }) }
}
