import type { Evidence } from '@/lib/known/known'
import { takingEffect } from '@/lib/topology/deployment'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Patch } from '@/lib/topology/patch'
import { valueAt } from '@/lib/topology/pointer'
import type { Fill } from '@/lib/trace/check'
import { sentence } from '@/lib/trace/sentence'
import type { Finding, FindingFix, Severity } from './finding'

/** A small change of a template, as data: tests build it. */
export interface Example {
  template: string
  addOns?: readonly string[]
  patch: Patch
}

/** A rule explains itself: what it finds in its own words, AWS's page, and an example with and without each remark. */
export interface FindingRule {
  /** Public, never renamed. */
  id: string
  /** The heading above its findings. */
  title: string
  severity: Severity
  docs: string
  says: Readonly<Record<string, string>>
  /** For each sentence the smallest change that brings it about. */
  bad: Readonly<Record<string, Example>>
  /** Near to the bad ones, and in order. */
  good: Example
  find(doc: TopologyDocument): Finding[]
}

export interface Parts {
  resource: string
  /** JSON Pointer of the field that the finding is about; its value is the evidence when none is given. */
  path?: string
  fill?: Record<string, Fill>
  evidence?: Evidence[]
  fix?: FindingFix
}

interface Declared<S extends Record<string, string>> extends Omit<FindingRule, 'says' | 'bad' | 'find'> {
  says: S
  bad: { readonly [R in keyof S]: Example }
}

type Found<S> = (reason: keyof S & string, parts: Parts) => Finding

/** Declares a rule. `find` yields what it found; the same remark on the same field counts once. */
export function defineRule<const S extends Record<string, string>>(
  rule: Declared<S>,
  find: (doc: TopologyDocument, found: Found<S>) => Iterable<Finding>,
): FindingRule {
  return {
    ...rule,
    find(doc) {
      const kept = new Map<string, Finding>()
      const found: Found<S> = (reason, parts) => findingOf(doc, rule, reason, parts)
      for (const finding of find(doc, found)) {
        const key = JSON.stringify([finding.resource, finding.path, finding.sentence])
        if (!kept.has(key)) kept.set(key, finding)
      }
      return [...kept.values()]
    },
  }
}

function findingOf(
  doc: TopologyDocument,
  rule: Declared<Record<string, string>>,
  reason: string,
  parts: Parts,
): Finding {
  const { resource, path, fill = {}, fix } = parts
  const { text, nouns } = sentence(rule.says[reason] ?? '', fill)
  return {
    rule: rule.id,
    severity: rule.severity,
    reason,
    resource,
    ...(path === undefined ? {} : { path }),
    sentence: text,
    nouns,
    evidence: parts.evidence ?? evidenceAt(doc, resource, path),
    docs: rule.docs,
    // A rule looks at what the stages serve: saved alone, its fix would change nothing that anybody meets.
    ...(fix === undefined ? {} : { fix: { ...fix, patch: takingEffect(doc, fix.patch) } }),
  }
}

function evidenceAt(doc: TopologyDocument, resource: string, path: string | undefined): Evidence[] {
  return path === undefined ? [] : [{ resource, path, value: valueAt(doc.resources[resource], path) }]
}
