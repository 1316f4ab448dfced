'use client'

import { lazy, Suspense, useEffect } from 'react'
import type { CallableUrl, UrlsQuestion } from '@/components/editor/desk'
import { hopOf } from '@/components/editor/hops'
import type { Tab } from '@/components/editor/store'
import type { Status } from '@/components/ui/status'
import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { CallSummary } from './CallSummary'
import { Head } from './Head'
import { Tabs } from './Tabs'
import { shownTab, tabsOf } from './tabsOf'

// Loaded when first opened, or once the page stands: the first paint needs none of them.
const loadOverview = () => import('./Overview')
const Overview = lazy(loadOverview)
const Methods = lazy(() => import('./methods/Methods'))
const Invoke = lazy(() => import('./invoke/Invoke'))
const Fields = lazy(() => import('@/components/forms/Fields'))
const Policies = lazy(() => import('./policies/Policies'))

export interface InspectorProps {
  document: TopologyDocument
  trace: Trace | undefined
  call: Invocation | undefined
  selected: string | undefined
  hop: number | undefined
  tab: Tab
  statuses: Map<string, Status>
  curl: (() => Promise<string>) | undefined
  /** Stable for one document: a new one asks anew. */
  urls: (question: UrlsQuestion) => Promise<CallableUrl[]>
  onTab: (tab: Tab) => void
  onSelect: (resource: string, hop?: number) => void
  onField: (resource: string, path: string) => void
  onCall: (call: Invocation) => void
}

/** What is selected, and its part in the call; with nothing selected, the call itself. */
export function Inspector(props: InspectorProps) {
  const { document, trace, selected, tab, statuses, onTab } = props
  useEffect(() => {
    const ahead = setTimeout(() => void loadOverview(), 1000)
    return () => clearTimeout(ahead)
  }, [])
  const resource = selected === undefined ? undefined : document.resources[selected]
  if (selected === undefined || !resource)
    return <CallSummary document={document} trace={trace} onSelect={props.onSelect} />
  const tabs = tabsOf(document, selected, resource)
  const shown = shownTab(document, selected, tab)
  const hop = hopOf(trace, selected, props.hop)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Head id={selected} resource={resource} status={statuses.get(selected)} />
      <Tabs tabs={tabs} tab={shown} marks={marksOf(trace, selected)} onTab={onTab} />
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${shown}`} className="min-h-0 flex-1 overflow-y-auto">
        <Suspense>
          {shown === 'overview' && (
            <Overview
              key={selected}
              document={document}
              id={selected}
              resource={resource}
              trace={trace}
              hop={hop}
              curl={props.curl}
              onSelect={props.onSelect}
              onField={props.onField}
            />
          )}
          {shown === 'invoke' && <Invoke key={selected} {...props} id={selected} resource={resource} />}
          {shown === 'policies' && (
            <Policies key={selected} document={document} id={selected} resource={resource} trace={trace} />
          )}
          {shown === 'fields' && <Fields key={selected} id={selected} resource={resource} />}
          {shown === 'methods' && resource.kind === 'restApi' && (
            <Methods api={resource} called={hop && { method: hop.call.method, path: hop.call.path ?? '' }} />
          )}
        </Suspense>
      </div>
    </div>
  )
}

function marksOf(trace: Trace | undefined, selected: string): Partial<Record<Tab, Status>> {
  const decided = trace?.verdict === 'reaches' ? undefined : trace?.decidedBy
  const at = trace?.hops.find((each) => each.n === decided?.n)
  if (!decided || at?.resource !== selected) return {}
  const status: Status = trace?.verdict === 'blocked' ? 'blocked' : 'unknown'
  const policy = decided.hop === 'endpoint-policy' || decided.hop === 'resource-policy'
  const method = decided.hop === 'method' || decided.hop === 'integration' || decided.hop === 'stage'
  return policy ? { policies: status } : method ? { methods: status } : {}
}
