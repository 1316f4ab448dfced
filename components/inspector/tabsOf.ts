import type { Tab } from '@/components/editor/store'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { policiesOf } from './policies/policiesOf'

export const tabTitles = {
  overview: 'Overview',
  invoke: 'Invoke',
  policies: 'Policies',
  methods: 'Methods',
  fields: 'Fields',
} satisfies Record<Tab, string>

/** A tab that would hold nothing for this resource is not drawn. */
export function tabsOf(document: TopologyDocument, id: string, resource: Resource): Tab[] {
  const tabs: Tab[] = ['overview']
  if (isInvokable(resource)) tabs.push('invoke')
  if (policiesOf(document, id, resource).length > 0) tabs.push('policies')
  if (resource.kind === 'restApi') tabs.push('methods')
  tabs.push('fields')
  return tabs
}

/** The tab that is really shown: the chosen one stays chosen, but what has no such tab shows its overview. */
export function shownTab(document: TopologyDocument, selected: string | undefined, tab: Tab): Tab {
  const resource = selected === undefined ? undefined : document.resources[selected]
  return selected !== undefined && resource && tabsOf(document, selected, resource).includes(tab) ? tab : 'overview'
}

const isInvokable = (resource: Resource) =>
  resource.kind === 'restApi' ||
  resource.kind === 'vpcEndpoint' ||
  resource.kind === 'loadBalancer' ||
  resource.kind === 'domainName'
